import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePolling } from './usePolling';

let isHidden = false;
const setHidden = (hidden: boolean) => {
  isHidden = hidden;
  document.dispatchEvent(new Event('visibilitychange'));
};
const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  isHidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const start = (options: Partial<Parameters<typeof usePolling>[0]> = {}) => {
  const poll = vi.fn(async () => undefined);
  const view = renderHook((props: Parameters<typeof usePolling>[0]) => usePolling(props), {
    initialProps: { key: 'run1', poll, delay: () => 1_000, ...options },
  });
  return { poll, ...view };
};

describe('polling', () => {
  it('asks again and again, at once when told to', async () => {
    const { poll } = start({ isEager: true });
    await advance(0);
    expect(poll).toHaveBeenCalledTimes(1);
    await advance(3_000);
    expect(poll).toHaveBeenCalledTimes(4);
  });

  it('waits first otherwise', async () => {
    const { poll } = start();
    await advance(999);
    expect(poll).not.toHaveBeenCalled();
    await advance(1);
    expect(poll).toHaveBeenCalledTimes(1);
  });

  it('never asks twice at once', async () => {
    let answer = () => undefined as void;
    const poll = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    start({ poll, isEager: true });
    await advance(10_000);
    expect(poll).toHaveBeenCalledTimes(1);
    answer();
    await advance(1_000);
    expect(poll).toHaveBeenCalledTimes(2);
  });

  it('goes on after a failure', async () => {
    const poll = vi.fn(async () => Promise.reject(new Error('offline')));
    start({ poll });
    await advance(2_000);
    expect(poll).toHaveBeenCalledTimes(2);
  });

  it('asks the age of what it polls for how long to wait', async () => {
    const delay = vi.fn(({ elapsedMs }: { elapsedMs: number }) =>
      elapsedMs < 2_000 ? 1_000 : 5_000,
    );
    const { poll } = start({ delay });
    await advance(2_000);
    expect(poll).toHaveBeenCalledTimes(2);
    await advance(4_999);
    expect(poll).toHaveBeenCalledTimes(2);
    await advance(1);
    expect(poll).toHaveBeenCalledTimes(3);
  });

  it('rests while the tab is hidden and asks at once when it comes back', async () => {
    const { poll } = start({ isPausedWhenHidden: true });
    setHidden(true);
    await advance(60_000);
    expect(poll).not.toHaveBeenCalled();
    setHidden(false);
    await advance(0);
    expect(poll).toHaveBeenCalledTimes(1);
  });

  it('stops without a key and when the panel is gone', async () => {
    const { poll, rerender, unmount } = start();
    rerender({ key: null, poll, delay: () => 1_000 });
    await advance(5_000);
    expect(poll).not.toHaveBeenCalled();
    rerender({ key: 'run2', poll, delay: () => 1_000 });
    unmount();
    await advance(5_000);
    expect(poll).not.toHaveBeenCalled();
  });
});
