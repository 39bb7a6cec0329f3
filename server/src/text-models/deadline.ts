import { ArticleImagesError } from '../domain/errors';

/**
 * One signal for the caller's wish to stop and for the time a call may take. The client's own timeout ends when the
 * headers arrive; a server that then sends a byte a minute would be waited for without this.
 */
export const createDeadline = ({
  timeoutMs,
  signal,
}: {
  timeoutMs: number;
  signal: AbortSignal | undefined;
}) => {
  const controller = new AbortController();
  let isLate = false;
  const stop = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, timeoutMs);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    /** Why the call was stopped; null when it was not. */
    reason: (model: string): ArticleImagesError | null => {
      if (signal?.aborted) {
        return new ArticleImagesError('cancelled', 'Stopped while the text model was answering.', {
          cause: signal.reason,
        });
      }
      const seconds = Math.round(timeoutMs / 100) / 10;
      return isLate
        ? new ArticleImagesError(
            'text_model_failed',
            `The text model ${model} did not answer within ${seconds} seconds.`,
          )
        : null;
    },
    clear: (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
  };
};
