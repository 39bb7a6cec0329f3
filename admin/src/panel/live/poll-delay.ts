const SECOND = 1_000;

/** Milliseconds to the next look at a run: often at first, slower as it ages, rarely when nobody looks. */
export const runPollDelay = ({
  elapsedMs,
  isHidden,
}: {
  elapsedMs: number;
  isHidden: boolean;
}): number => {
  // Below the 20 s after which the server takes the edit view for closed.
  if (isHidden) return 15 * SECOND;
  if (elapsedMs < 10 * SECOND) return SECOND;
  return elapsedMs < 60 * SECOND ? 2 * SECOND : 5 * SECOND;
};

/** Between looks at an article with nothing under way: automatic runs start without this page. */
export const CONTEXT_POLL_MS = 10 * SECOND;
