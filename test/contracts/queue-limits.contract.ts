import { describe, expect, it } from 'vitest';
import {
  attach,
  createGate,
  createRecorder,
  fails,
  image,
  plan,
  sleep,
  until,
  type OpenQueue,
} from './queue-harness';

/** Long against what a busy machine adds to a test, short against a reader's patience. */
const REST_MS = 800;

export const describeQueueLimits = (open: OpenQueue): void => {
  describe('limits', () => {
    it('lets an account rest when its service says so, without using up a try', async () => {
      const queue = open();
      let refusals = 1;
      const { handlers, calls } = createRecorder(async ({ id }) => {
        if (id === 'limited' && refusals > 0) {
          refusals -= 1;
          throw fails('rate_limited', REST_MS);
        }
      });
      queue.work(handlers, { openai: 1, other: 1 });
      await queue.add(image('limited', { priority: 1 }));
      await until('the first refusal', () => calls.length === 1);
      await queue.add(image('behind'));
      await queue.add(image('elsewhere', { account: 'other' }));
      await until('all calls', () => calls.length === 4);
      const times = (id: string) => calls.filter((call) => call.id === id).map(({ at }) => at);
      const [first = 0, second = 0] = times('limited');
      expect(second - first).toBeGreaterThanOrEqual(REST_MS - 10);
      expect(times('behind')[0]).toBeGreaterThanOrEqual(first + REST_MS - 10);
      expect(times('elsewhere')[0]).toBeLessThan(first + REST_MS - 10);
      expect(calls.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]);
    });

    it('never rests longer than the cap', async () => {
      const queue = open({ rateLimitCapMs: 200 });
      let refusals = 1;
      const { handlers, calls } = createRecorder(async () => {
        if (refusals-- > 0) throw fails('rate_limited', 3_600_000);
      });
      queue.work(handlers, { openai: 1 });
      await queue.add(image('limited'));
      await until('the second call', () => calls.length === 2, 5_000);
    });

    it('does not let a second refusal shorten the rest that a first one asked for', async () => {
      const queue = open();
      const gate = createGate();
      let refusals = 2;
      const { handlers, calls } = createRecorder(async ({ id }) => {
        await gate.opened;
        if (refusals-- > 0) throw fails('rate_limited', id === 'long' ? 600 : 50);
      });
      queue.work(handlers, { openai: 2 });
      await queue.add(image('long'));
      await queue.add(image('short'));
      await until('both run', () => calls.length === 2);
      const refusedAt = Date.now();
      gate.open();
      await until('both ran again', () => calls.length === 4);
      expect((calls[2]?.at ?? 0) - refusedAt).toBeGreaterThanOrEqual(580);
    });

    it('lets only the one job wait when a run is limited, not the other runs', async () => {
      const queue = open({ runsConcurrency: 1 });
      let refusals = 1;
      const { handlers, calls } = createRecorder(async ({ id }) => {
        if (id === 'limited' && refusals-- > 0) throw fails('rate_limited', 400);
      });
      queue.work(handlers, {});
      await queue.add(plan('limited'));
      await until('the refusal', () => calls.length === 1);
      await queue.add(attach('free'));
      await until('three calls', () => calls.length === 3);
      expect(calls.map(({ id, attempt }) => [id, attempt])).toEqual([
        ['limited', 1],
        ['free', 1],
        ['limited', 1],
      ]);
    });

    it('runs as many pictures of an account at once as it may, and accounts side by side', async () => {
      const queue = open();
      const most: Record<string, number> = { a: 0, b: 0 };
      const now: Record<string, number> = { a: 0, b: 0 };
      const { handlers, calls } = createRecorder(async ({ id }) => {
        const account = id.charAt(0);
        now[account] = (now[account] ?? 0) + 1;
        most[account] = Math.max(most[account] ?? 0, now[account] ?? 0);
        await sleep(120);
        now[account] = (now[account] ?? 0) - 1;
      });
      queue.work(handlers, { first: 2, second: 3 });
      for (let n = 0; n < 6; n += 1) {
        await queue.add(image(`a${n}`, { account: 'first' }));
        await queue.add(image(`b${n}`, { account: 'second' }));
      }
      await until('all pictures', () => calls.length === 12);
      expect(most).toEqual({ a: 2, b: 3 });
    });

    it('takes more accounts, and more pictures at once, while it works', async () => {
      const queue = open();
      const gate = createGate();
      const { handlers, ids } = createRecorder(() => gate.opened);
      queue.work(handlers, { openai: 1 });
      for (const id of ['one', 'two', 'three']) await queue.add(image(id));
      await queue.add(image('late', { account: 'other' }));
      await until('one picture', () => ids().length === 1);
      queue.work(handlers, { openai: 2, other: 1 });
      await until('the other account', () => ids().includes('late'));
      gate.open();
      await until('all pictures', () => ids().length === 4);
    });

    it('runs many accounts side by side', async () => {
      const queue = open();
      const { handlers, ids } = createRecorder();
      const accounts = Array.from({ length: 12 }, (_, n) => `account:${n}`);
      queue.work(handlers, Object.fromEntries(accounts.map((account) => [account, 1])));
      for (const [n, account] of accounts.entries())
        await queue.add(image(`image${n}`, { account }));
      await until('a picture of each', () => ids().length === 12);
    });
  });
};
