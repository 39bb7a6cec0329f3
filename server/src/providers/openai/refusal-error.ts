import type { Charged, ErrorCode } from '../../../../shared/error-codes';
import { ArticleImagesError } from '../../domain/errors';
import { formatSize, type ImageSize } from '../../domain/models/image-size';
import { parseRetryAfter } from '../http';
import { redact } from '../redact';
import { classifyRefusal } from './classify-refusal';
import { readErrorBody, type ErrorFacts } from './error-body';
import type { Answer } from './exchange';

/** What the sentences need to know about the call that was refused. */
export type CallFacts = {
  /** The service's name for people: "OpenAI", or the host of a compatible server. */
  service: string;
  model: string;
  size: ImageSize;
  secrets: readonly string[];
};

type Sentence = (call: CallFacts, facts: ErrorFacts) => string;

const isUnverified = ({ message }: ErrorFacts): boolean => /must be verified/i.test(message);

const SENTENCES: Partial<Record<ErrorCode, Sentence>> = {
  provider_auth: ({ service, model }, facts) =>
    isUnverified(facts)
      ? `${service} wants the organisation verified before it may use ${model}. Verify it in the account's settings, or choose another tier.`
      : `${service} refused the API key. Check the key, its organisation and that it may make images.`,
  provider_quota: ({ service }) =>
    `The account at ${service} has no credit left or reached its spending limit. Top it up or raise the limit.`,
  policy: ({ service }) =>
    `${service} refused this picture for safety reasons. Change the prompt or the section it comes from.`,
  rate_limited: ({ service }) => `${service} asks to slow down. The picture is tried again later.`,
  model_not_found: ({ service, model }) =>
    `${service} does not know the model "${model}", or the account may not use it. Choose another in the model config.`,
  unsupported_size: ({ service, model, size }) =>
    `${service} does not make ${formatSize(size)} with the model "${model}". Change the size in the model config.`,
  provider_invalid_request: ({ service, model }) =>
    `${service} refused the request. Check the parameters of the model config of "${model}".`,
  provider_unavailable: ({ service }) => `${service} is out of order at the moment.`,
};

/** A refusal in its own words is definite. A proxy's page may hide a picture that was made and charged. */
const chargedFor = (code: ErrorCode, isParsed: boolean): Charged | undefined => {
  if (code === 'policy') return isParsed ? 'no' : 'maybe';
  return code === 'provider_unavailable' && !isParsed ? 'maybe' : 'no';
};

const says = (service: string, words: string): string =>
  words ? ` ${service} says: ${words}` : '';

/** Turns an answer that is no picture into our error: what happened, what to do, and whether it cost anything. */
export const refusalError = (answer: Answer, call: CallFacts): ArticleImagesError => {
  const facts = readErrorBody(answer.body);
  const code = classifyRefusal(answer.status, facts);
  const words = redact({ text: facts.message, secrets: call.secrets });
  const sentence = SENTENCES[code]?.(call, facts) ?? `${call.service} refused the request.`;
  const isLocated = answer.status !== 404 || facts.isParsed;
  const hint = isLocated ? '' : ' Nothing answers at this address: check the base URL.';
  return new ArticleImagesError(code, `${sentence}${hint}${says(call.service, words)}`, {
    charged: chargedFor(code, facts.isParsed),
    retryAfterMs: parseRetryAfter(answer.headers) ?? undefined,
    details: {
      status: answer.status,
      ...(facts.code && { providerCode: redact({ text: facts.code, secrets: call.secrets }) }),
      ...(facts.param && { parameter: redact({ text: facts.param, secrets: call.secrets }) }),
      ...(code === 'unsupported_size' && { size: formatSize(call.size), model: call.model }),
    },
  });
};
