import type { BackendFactory } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../domain/errors';
import { DEFAULT_QUEUE_OPTIONS } from './queue-options';
import { createStoreKeeper, type StoreKeeper } from './store-keeper';
import type { QueueStore } from './stores/queue-store';

const options = {
  ...DEFAULT_QUEUE_OPTIONS,
  pingIntervalMs: 20,
  reconnectMs: 10,
  reconnectCapMs: 40,
};

const backend: BackendFactory = () => {
  throw new Error('No queue is made in these tests.');
};

/** A store that is up or down as the test says, and counts what is asked of it. */
const createSwitchedStore = (opensOnDemand = false) => {
  let isUp = true;
  let tell: (isBack: boolean) => void = () => undefined;
  const asked = { open: 0, ping: 0 };
  const answer = async () => {
    if (isUp) return;
    throw new ArticleImagesError('queue_down', 'Redis at redis://me:secret@cache is away.');
  };
  const store: QueueStore = {
    name: 'redis',
    opensOnDemand,
    backend,
    open: () => {
      asked.open += 1;
      return answer();
    },
    ping: () => {
      asked.ping += 1;
      return answer();
    },
    reserve: () => undefined,
    onChange: (listener) => {
      tell = listener;
    },
    close: async () => undefined,
  };
  return {
    store,
    asked,
    tell: (isBack: boolean) => tell(isBack),
    set: (next: boolean) => {
      isUp = next;
    },
  };
};

const keepers: StoreKeeper[] = [];
afterEach(() => keepers.splice(0).forEach((keeper) => keeper.stop()));

const keep = (
  store: QueueStore,
  onReady: () => Promise<void> = async () => undefined,
  given = {},
) => {
  const lines: string[] = [];
  const write = (message: string) => {
    lines.push(message);
  };
  const logger = { debug: write, info: write, warn: write, error: write };
  const keeper = createStoreKeeper({ store, logger, onReady, options: { ...options, ...given } });
  keepers.push(keeper);
  return { keeper, lines };
};

const becomes = async (keeper: StoreKeeper, state: string) => {
  for (let n = 0; n < 300 && keeper.condition().state !== state; n += 1) await sleep(10);
  expect(keeper.condition().state).toBe(state);
};

describe('the store keeper', () => {
  it('opens in the background and says so', async () => {
    const { store } = createSwitchedStore();
    const { keeper } = keep(store);
    expect(keeper.condition()).toEqual({ state: 'closed', message: null });
    keeper.start();
    expect(keeper.condition()).toEqual({ state: 'starting', message: null });
    await becomes(keeper, 'ready');
  });

  it('keeps trying, says why once, and tells when the store is there', async () => {
    const { store, set, asked } = createSwitchedStore();
    set(false);
    const { keeper, lines } = keep(store);
    keeper.start();
    await becomes(keeper, 'down');
    await sleep(120);
    expect(asked.open).toBeGreaterThan(2);
    // 10 + 20 + 40 + 40 ms: the pauses grow.
    expect(asked.open).toBeLessThan(8);
    expect(lines).toEqual(['Redis at redis://cache is away.']);
    set(true);
    await becomes(keeper, 'ready');
    expect(lines.at(-1)).toBe('The queue store (redis) is back.');
  });

  it('finds out that the store went, and opens it anew when it comes', async () => {
    const { store, set, asked } = createSwitchedStore();
    let readies = 0;
    const { keeper } = keep(store, async () => {
      readies += 1;
    });
    keeper.start();
    await becomes(keeper, 'ready');
    set(false);
    await becomes(keeper, 'down');
    const before = readies;
    set(true);
    await becomes(keeper, 'ready');
    expect(asked.open).toBeGreaterThan(1);
    expect(readies).toBeGreaterThan(before);
  });

  it('looks at once when a connection broke', async () => {
    const { store, set, tell } = createSwitchedStore();
    const { keeper } = keep(store, undefined, { pingIntervalMs: 60_000 });
    keeper.start();
    await becomes(keeper, 'ready');
    set(false);
    tell(false);
    await becomes(keeper, 'down');
  });

  it('tries at once when a connection came back, but not faster because more of them break', async () => {
    const { store, set, tell, asked } = createSwitchedStore();
    set(false);
    const { keeper } = keep(store, undefined, { reconnectMs: 60_000, reconnectCapMs: 60_000 });
    keeper.start();
    await becomes(keeper, 'down');
    for (let n = 0; n < 50; n += 1) tell(false);
    await sleep(50);
    expect(asked.open).toBe(1);
    set(true);
    tell(true);
    await becomes(keeper, 'ready');
  });

  it('counts a store as away while the workers cannot start on it', async () => {
    const { store } = createSwitchedStore();
    let canStart = false;
    const { keeper } = keep(store, async () => {
      if (!canStart) throw new ArticleImagesError('queue_down', 'The worker does not start.');
    });
    keeper.start();
    await becomes(keeper, 'down');
    expect(keeper.condition().message).toBe('The worker does not start.');
    canStart = true;
    await becomes(keeper, 'ready');
  });

  it('lets a patient caller wait and sends an impatient one away', async () => {
    const { store, set } = createSwitchedStore();
    set(false);
    const { keeper } = keep(store);
    const patient = keeper.ready({ timeoutMs: 5_000, acceptsOutage: true });
    await expect(keeper.ready({ timeoutMs: 5_000, acceptsOutage: false })).rejects.toMatchObject({
      code: 'queue_down',
      message: 'Redis at redis://cache is away.',
    });
    await expect(keeper.ready({ timeoutMs: 30, acceptsOutage: true })).rejects.toMatchObject({
      code: 'queue_down',
    });
    set(true);
    await patient;
  });

  it('leaves a costly store alone until somebody needs it', async () => {
    const { store, asked } = createSwitchedStore(true);
    const { keeper } = keep(store);
    keeper.start();
    expect(keeper.condition().state).toBe('ready');
    expect(keeper.isAwake()).toBe(false);
    await sleep(50);
    expect(asked).toEqual({ open: 0, ping: 0 });
    await keeper.ready({ timeoutMs: 1_000, acceptsOutage: false });
    expect(asked.open).toBe(1);
    expect(keeper.isAwake()).toBe(true);
  });

  it('asks nothing more once it is stopped, and sends waiters away', async () => {
    const { store, set, asked } = createSwitchedStore();
    set(false);
    const { keeper } = keep(store);
    const waiting = keeper.ready({ timeoutMs: 60_000, acceptsOutage: true });
    await becomes(keeper, 'down');
    keeper.stop();
    await expect(waiting).rejects.toMatchObject({ message: 'The queue is closed.' });
    await sleep(20);
    const { open } = asked;
    await sleep(100);
    expect(asked.open).toBe(open);
    expect(keeper.condition()).toEqual({ state: 'closed', message: null });
    keeper.start();
    expect(keeper.condition().state).toBe('closed');
  });
});
