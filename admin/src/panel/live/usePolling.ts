import { useEffect, useRef } from 'react';

type Options = {
  /** Polling starts over when this changes; null stops it. */
  key: string | null;
  poll: () => Promise<unknown>;
  delay: (facts: { elapsedMs: number; isHidden: boolean }) => number;
  /** Polls once at the beginning instead of waiting first. */
  isEager?: boolean;
  /** Not at all while the tab is hidden. */
  isPausedWhenHidden?: boolean;
};

/** Calls `poll` again and again, never twice at once, and at once when a hidden tab comes back. */
export const usePolling = (options: Options): void => {
  const { key } = options;
  const latest = useRef(options);
  latest.current = options;

  useEffect(() => {
    if (key === null) return;
    const startedAt = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isStopped = false;
    let isPolling = false;

    const plan = (): void => {
      clearTimeout(timer);
      const facts = { elapsedMs: Date.now() - startedAt, isHidden: document.hidden };
      if (isStopped || (facts.isHidden && latest.current.isPausedWhenHidden)) return;
      timer = setTimeout(() => void run(), latest.current.delay(facts));
    };
    const run = async (): Promise<void> => {
      if (isPolling || isStopped) return;
      isPolling = true;
      // The request's own state carries its failure to the screen; polling goes on either way.
      await latest.current.poll().catch(() => undefined);
      isPolling = false;
      plan();
    };
    const onVisibility = (): void => {
      if (document.hidden) plan();
      else void run();
    };

    document.addEventListener('visibilitychange', onVisibility);
    if (latest.current.isEager) void run();
    else plan();
    return () => {
      isStopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [key]);
};
