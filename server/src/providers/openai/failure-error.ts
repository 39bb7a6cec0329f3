import type { ErrorCode } from '../../../../shared/error-codes';
import { ArticleImagesError } from '../../domain/errors';
import { networkCode, type Deadline } from '../http';
import { redactedCause } from '../redact';
import type { Exchange } from './exchange';
import { sentence } from './openai-settings';
import { refusalError, type CallFacts } from './refusal-error';

/** The connection never stood, so nothing was ordered. Everything later may have been. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'BAD_PORT',
]);
const isTlsCode = (code: string): boolean =>
  /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_|UNABLE_)/.test(code);

type Failure = {
  error: unknown;
  exchange: Exchange;
  deadline: Deadline;
  /** The caller's own signal, to tell a stopped run from a slow service. */
  signal: AbortSignal;
  timeoutMs: number;
  call: CallFacts;
};

const stopped = ({ exchange, call }: Failure, cause: Error): ArticleImagesError =>
  exchange.isStarted()
    ? new ArticleImagesError(
        'cancelled',
        `Stopped while ${call.service} was working; the picture may still be charged.`,
        { charged: 'maybe', cause },
      )
    : new ArticleImagesError('cancelled', `Stopped before ${call.service} was asked.`, { cause });

const brokenConnection = ({ error, call }: Failure, cause: Error): ArticleImagesError => {
  const network = networkCode(error);
  if (NEVER_SENT.has(network) || isTlsCode(network)) {
    return new ArticleImagesError(
      'provider_unavailable',
      `No connection to ${call.service} (${network}). Check the base URL, the network and its certificate.`,
      { charged: 'no', details: { network }, cause },
    );
  }
  return new ArticleImagesError(
    'outcome_unknown',
    `The connection to ${call.service} broke after the picture was ordered; it may have been charged.`,
    { details: { network }, cause },
  );
};

const unreadable = ({ call }: Failure, code: ErrorCode, cause: Error): ArticleImagesError =>
  new ArticleImagesError(
    code,
    sentence(
      `${call.service} answered something that is no image answer; the picture may have been charged. If it happens again, check the base URL.`,
    ),
    { cause },
  );

/**
 * Turns anything thrown during a call into our error. The order matters: a call stopped by us also looks like a
 * broken connection, and a refusal that was read completely is definite whatever the client library made of it.
 */
export const failureError = (failure: Failure): ArticleImagesError => {
  const { error, exchange, deadline, signal, timeoutMs, call } = failure;
  const cause = redactedCause({ error, secrets: call.secrets });
  if (signal.aborted) return stopped(failure, cause);
  if (deadline.isExpired()) {
    return new ArticleImagesError(
      'timeout',
      sentence(
        `${call.service} did not answer within ${Math.round(timeoutMs / 1000)} s; the picture may have been charged.`,
      ),
      { cause },
    );
  }
  if (error instanceof ArticleImagesError) return error;
  if (error instanceof Error && error.cause instanceof ArticleImagesError) return error.cause;
  const answer = exchange.answer();
  if (!answer) {
    if (exchange.isStarted()) return brokenConnection(failure, cause);
    return new ArticleImagesError(
      'provider_invalid_request',
      `The request to ${call.service} could not be written (${cause.message}). Check the parameters of the model config.`,
      { cause },
    );
  }
  if (answer.status >= 300) return refusalError(answer, call);
  return unreadable(failure, 'outcome_unknown', cause);
};
