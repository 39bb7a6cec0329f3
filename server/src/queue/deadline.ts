import { ArticleImagesError } from '../domain/errors';

/** Waits for `work` no longer than `timeoutMs`, then throws `queue_down` with `message`. The work itself is not ended. */
export const withDeadline = async <Result>({
  work,
  timeoutMs,
  message,
}: {
  work: Promise<Result>;
  timeoutMs: number;
  message: string;
}): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ArticleImagesError('queue_down', message)), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
};

/** True when `work` settled within `timeoutMs`, however it ended. */
export const settlesWithin = async (
  work: Promise<unknown>,
  timeoutMs: number,
): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  const isSettled = await Promise.race([settled, late]);
  clearTimeout(timer);
  return isSettled;
};
