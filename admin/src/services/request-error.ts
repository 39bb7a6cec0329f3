import { ERROR_CODES, isErrorCode, type ErrorCode } from '../../../shared/error-codes';

export type RequestError = {
  code: ErrorCode;
  /** English, for people who look closer; the screen says its own sentence by code. */
  message: string;
  charged: 'no' | 'yes' | 'maybe';
  status: number | null;
};

type Answer = { status?: unknown; message?: unknown; details?: { code?: unknown } | null };

const STATUS_CODES: Record<number, ErrorCode> = { 403: 'forbidden', 404: 'article_not_found' };

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;

/** What went wrong with a request, from whatever the admin's client rejected with. */
export const toRequestError = (error: unknown): RequestError => {
  const answer: Answer = isAnswer(error) ? error : {};
  const status = typeof answer.status === 'number' ? answer.status : null;
  const told = answer.details?.code;
  const code = isErrorCode(told) ? told : (STATUS_CODES[status ?? 0] ?? 'internal');
  return {
    code,
    message: typeof answer.message === 'string' ? answer.message : '',
    charged: status === null ? 'no' : ERROR_CODES[code].charged,
    status,
  };
};
