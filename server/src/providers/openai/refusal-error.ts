import type { Charged, ErrorCode } from '../../../../shared/error-codes';
import { ArticleImagesError } from '../../domain/errors';
import { formatSize, type ImageSize } from '../../domain/models/image-size';
import { parseRetryAfter } from '../http';
import { redact } from '../redact';
import { classifyRefusal } from './classify-refusal';
import { readErrorBody, type ErrorFacts } from './error-body';
import type { Answer } from './exchange';
import { sentence } from './openai-settings';

/** What the sentences need to know about the call that was refused. */
export type CallFacts = {
  /** The service's name inside a sentence: "OpenAI", or "the image server at" a host. */
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

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** A refusal in its own words is definite. A proxy's page may hide a picture that was made and charged. */
const chargedFor = (code: ErrorCode, status: number, isParsed: boolean): Charged => {
  const isVague = !isParsed && !isRedirect(status);
  return isVague && (code === 'policy' || code === 'provider_unavailable') ? 'maybe' : 'no';
};

/** What happened, where to look when the address is wrong, and the service's own words. */
const messageOf = (
  code: ErrorCode,
  { status, facts, call }: { status: number; facts: ErrorFacts; call: CallFacts },
): string => {
  if (isRedirect(status)) {
    return `${call.service} redirects to another address, where the key must not go. Check the base URL.`;
  }
  const isAstray = status === 404 && !facts.isParsed;
  const words = redact({ text: facts.message, secrets: call.secrets });
  return [
    SENTENCES[code]?.(call, facts) ?? `${call.service} refused the request.`,
    ...(isAstray ? ['The images API is not at this address: check the base URL.'] : []),
    ...(words ? [`It says: ${words}`] : []),
  ].join(' ');
};

/** Turns an answer that is no picture into our error: what happened, what to do, and whether it cost anything. */
export const refusalError = (answer: Answer, call: CallFacts): ArticleImagesError => {
  const facts = readErrorBody(answer.body);
  const code = classifyRefusal(answer.status, facts);
  const message = messageOf(code, { status: answer.status, facts, call });
  return new ArticleImagesError(code, sentence(message), {
    charged: chargedFor(code, answer.status, facts.isParsed),
    ...(isRedirect(answer.status) && { isRetryable: false }),
    retryAfterMs: parseRetryAfter(answer.headers) ?? undefined,
    details: {
      status: answer.status,
      ...(facts.code && { providerCode: redact({ text: facts.code, secrets: call.secrets }) }),
      ...(facts.param && { parameter: redact({ text: facts.param, secrets: call.secrets }) }),
      ...(code === 'unsupported_size' && { size: formatSize(call.size), model: call.model }),
    },
  });
};
