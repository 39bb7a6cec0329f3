import { Queue } from 'bullmq';
import { beforeEach, describe, expect, it } from 'vitest';
import { ArticleImagesError } from '../../server/src/domain/errors';
import type { QueueStore } from '../../server/src/queue/stores/queue-store';
import { describeQueueClosing } from './queue-closing.contract';
import {
  attach,
  closeTestQueues,
  createGate,
  createRecorder,
  createTestQueue,
  errorOf,
  fails,
  image,
  plan,
  sleep,
  until,
  untilAborted,
  type OpenQueue,
} from './queue-harness';
import { describeQueueLimits } from './queue-limits.contract';

/** An empty queue store of the test's own. */
export type Place = {
  prefix: string;
  /** Another client of the same place, as another process would have. */
  store(): QueueStore;
  remove(): Promise<void>;
};

/** What every store must do, with real connections. `createPlace` gives each test a place of its own. */
export const describeJobQueue = (storeName: string, createPlace: () => Promise<Place>): void => {
  describe(`the job queue on ${storeName}`, () => {
    let place: Place;

    beforeEach(async () => {
      place = await createPlace();
      return async () => {
        await closeTestQueues();
        await place.remove();
      };
    });

    const open: OpenQueue = (options) => {
      const queue = createTestQueue({ store: place.store(), prefix: place.prefix, options });
      queue.open();
      return queue;
    };

    describe('adding', () => {
      it('runs each job in its own handler, with its id', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder();
        queue.work(handlers, { openai: 2 });
        await queue.add(plan('run1'));
        await queue.add(image('image1'));
        await queue.add(attach('run1'));
        await until('three calls', () => calls.length === 3);
        expect(calls.map(({ name, id }) => `${name} ${id}`).sort()).toEqual([
          'attach-images run1',
          'generate-image image1',
          'plan-images run1',
        ]);
        expect(calls.every(({ attempt, isLastAttempt }) => attempt === 1 && !isLastAttempt)).toBe(
          true,
        );
      });

      it('runs work that was added before anybody took it', async () => {
        const queue = open();
        await queue.add(image('early'));
        const { handlers, ids } = createRecorder();
        queue.work(handlers, { openai: 1 });
        await until('the early job', () => ids().includes('early'));
      });

      it.each([
        ['an id that is no id', { ...plan('a:b') }],
        ['an empty id', plan('')],
        ['a picture without its account', { name: 'generate-image' as const, id: 'image1' }],
        ['a priority below the first', image('image1', { priority: 0 })],
        ['a negative delay', image('image1', { delayMs: -1 })],
      ])('refuses %s', async (_what, job) => {
        const queue = open();
        expect((await errorOf(queue.add(job))).code).toBe('invalid_request');
      });

      it('adds a job that waits only once', async () => {
        const queue = open();
        for (let time = 0; time < 3; time += 1) await queue.add(image('same'));
        expect((await queue.counts()).waiting).toBe(1);
        const { handlers, ids } = createRecorder();
        queue.work(handlers, { openai: 2 });
        await until('the job', () => ids().length > 0);
        await sleep(100);
        expect(ids()).toEqual(['same']);
      });

      it('adds a job that is delayed only once', async () => {
        const queue = open();
        await queue.add(image('later', { delayMs: 60_000 }));
        await queue.add(image('later'));
        expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 1, failed: 0 });
      });

      it('adds a job that runs only once', async () => {
        const queue = open();
        const gate = createGate();
        const { handlers, ids } = createRecorder(() => gate.opened);
        queue.work(handlers, { openai: 2 });
        await queue.add(image('busy'));
        await until('the job runs', () => ids().length === 1);
        await queue.add(image('busy'));
        expect(await queue.counts()).toEqual({ waiting: 0, active: 1, delayed: 0, failed: 0 });
        gate.open();
        await sleep(150);
        expect(ids()).toEqual(['busy']);
      });

      it('keeps a plan and an attachment of the same run apart', async () => {
        const queue = open();
        await queue.add(plan('run1'));
        await queue.add(attach('run1'));
        expect((await queue.counts()).waiting).toBe(2);
      });

      it.each([
        ['completed', async () => {}],
        ['failed', async () => Promise.reject(fails('policy'))],
      ])('runs a job again that was added after it %s', async (_how, behave) => {
        const queue = open();
        const { handlers, ids } = createRecorder(behave);
        queue.work(handlers, { openai: 1 });
        for (const times of [1, 2, 3]) {
          await queue.add(image('again'));
          await until(`run ${times}`, () => ids().length === times);
          await until('it has ended', async () => (await queue.counts()).active === 0);
        }
        expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
      });

      it('never hands a damaged job to a handler, and says so', async () => {
        const store = place.store();
        const queue = createTestQueue({ store, prefix: place.prefix });
        const { handlers, ids } = createRecorder();
        queue.open();
        queue.work(handlers, { openai: 1 });
        await queue.whenReady(15_000);
        const foreign = new Queue('runs', { connection: {}, prefix: place.prefix }, store.backend);
        await foreign.add('plan-images', { id: 'run1', prompt: 'a stray field' });
        await foreign.add('paint-house', { id: 'run1' });
        const errors = () => queue.lines.filter(({ level }) => level === 'error');
        await until('two complaints', () => errors().length === 2);
        expect(
          errors()
            .map(({ message }) => message)
            .join('\n'),
        ).toMatch(/damaged plan-images job/);
        expect(
          errors()
            .map(({ message }) => message)
            .join('\n'),
        ).toMatch(/unknown kind/);
        expect(ids()).toEqual([]);
        await foreign.close();
      });
    });

    describe('failing', () => {
      it('tries a retryable failure again, ever later, and then gives up', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder(() =>
          Promise.reject(fails('provider_unavailable')),
        );
        queue.work(handlers, { openai: 1 });
        await queue.add(image('unlucky'));
        await until('four tries', () => calls.length === 4);
        await sleep(300);
        expect(calls.map(({ attempt, isLastAttempt }) => [attempt, isLastAttempt])).toEqual([
          [1, false],
          [2, false],
          [3, false],
          [4, true],
        ]);
        const waits = calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0));
        // Half of 40, 80 and 160 ms is the least that the jitter leaves; a timer may be a millisecond early.
        expect(waits[0]).toBeGreaterThanOrEqual(19);
        expect(waits[1]).toBeGreaterThanOrEqual(39);
        expect(waits[2]).toBeGreaterThanOrEqual(79);
        expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
        expect(queue.lines.at(-1)).toMatchObject({ level: 'error' });
      });

      it('tries again what threw something that is none of our errors', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder(async ({ attempt }) => {
          if (attempt === 1) throw new TypeError('undefined is not a function');
        });
        queue.work(handlers, { openai: 1 });
        await queue.add(image('buggy'));
        await until('two tries', () => calls.length === 2);
        expect(queue.lines.map(({ message }) => message).join()).toMatch(
          /undefined is not a function/,
        );
      });

      it('waits as long as the service asked before it tries again', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder(async ({ attempt }) => {
          if (attempt === 1) throw fails('provider_unavailable', 400);
        });
        queue.work(handlers, { openai: 1 });
        await queue.add(image('patient'));
        await until('two tries', () => calls.length === 2);
        expect((calls[1]?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(399);
      });

      it('does not try again what cannot succeed', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder(() => Promise.reject(fails('policy')));
        queue.work(handlers, { openai: 1 });
        await queue.add(image('refused'));
        await until('it is given up', async () =>
          queue.lines.some(({ level }) => level === 'error'),
        );
        await sleep(150);
        expect(calls).toHaveLength(1);
      });

      it.each(['timeout', 'outcome_unknown'] as const)(
        'tries a %s once more and no more',
        async (code) => {
          const queue = open();
          const { handlers, calls } = createRecorder(() =>
            Promise.reject(new ArticleImagesError(code, 'Nobody knows.')),
          );
          queue.work(handlers, { openai: 1 });
          await queue.add(image('uncertain'));
          await until('two tries', () => calls.length === 2);
          await sleep(300);
          expect(calls.map(({ attempt, isLastAttempt }) => [attempt, isLastAttempt])).toEqual([
            [1, false],
            [2, true],
          ]);
        },
      );

      it('gives up after the try that follows an uncertain one, whatever that one threw', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder(({ attempt }) =>
          Promise.reject(fails(attempt === 1 ? 'timeout' : 'provider_unavailable')),
        );
        queue.work(handlers, { openai: 1 });
        await queue.add(image('uncertain'));
        await until('two tries', () => calls.length === 2);
        await sleep(300);
        expect(calls).toHaveLength(2);
        expect(calls[1]?.isLastAttempt).toBe(true);
      });

      it('keeps nothing but ids and codes in the store', async () => {
        const store = place.store();
        const queue = createTestQueue({
          store,
          prefix: place.prefix,
          options: { backoffMs: 60_000, backoffCapMs: 60_000 },
        });
        queue.open();
        const secret = 'sk-CANARY0123456789';
        const { handlers, calls } = createRecorder(() =>
          Promise.reject(new Error(`The key ${secret} is wrong`)),
        );
        queue.work(handlers, { openai: 1 });
        await queue.add(plan('run1'));
        await until('one try', () => calls.length === 1);
        await until('it waits', async () => (await queue.counts()).delayed === 1);
        const reader = new Queue('runs', { connection: {}, prefix: place.prefix }, store.backend);
        const job = await reader.getJob('plan-images-run1');
        expect(job?.data).toEqual({ id: 'run1' });
        expect(job?.failedReason).toBe('internal');
        expect(JSON.stringify(job)).not.toContain(secret);
        await reader.close();
      });
    });

    describe('order', () => {
      it('takes the smallest number first, and equals in the order they came', async () => {
        const queue = open();
        for (const [id, priority] of [
          ['bulk', 1000],
          ['publish', 100],
          ['manual1', 10],
          ['manual2', 10],
          ['unnamed', undefined],
        ] as const) {
          await queue.add(image(id, { priority }));
        }
        const { handlers, ids } = createRecorder();
        queue.work(handlers, { openai: 1 });
        await until('all pictures', () => ids().length === 5);
        expect(ids()).toEqual(['manual1', 'manual2', 'unnamed', 'publish', 'bulk']);
      });

      it('does not run a delayed job before its time', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder();
        queue.work(handlers, { openai: 1 });
        const addedAt = Date.now();
        await queue.add(image('later', { delayMs: 500 }));
        expect((await queue.counts()).delayed).toBe(1);
        await until('the job', () => calls.length === 1);
        expect((calls[0]?.at ?? 0) - addedAt).toBeGreaterThanOrEqual(499);
      });
    });

    describe('cancelling', () => {
      it.each([
        ['waits', {}],
        ['is delayed', { delayMs: 60_000 }],
      ])('removes a job that %s', async (_state, more) => {
        const queue = open();
        await queue.add(image('unwanted', more));
        await queue.cancel(image('unwanted'));
        expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
      });

      it('raises the signal of a job that runs, and does not run it again', async () => {
        const queue = open();
        const { handlers, calls } = createRecorder(({ signal, attempt }) =>
          attempt === 1 && calls.length === 1 ? untilAborted(signal) : Promise.resolve(),
        );
        queue.work(handlers, { openai: 1 });
        await queue.add(image('unwanted'));
        await until('it runs', () => calls.length === 1);
        await queue.cancel(image('unwanted'));
        const signal = calls[0]?.signal;
        expect(signal?.aborted).toBe(true);
        expect(signal?.reason).toMatchObject({ code: 'cancelled' });
        await until('it has ended', async () => (await queue.counts()).active === 0);
        await sleep(150);
        expect(calls).toHaveLength(1);
        await queue.add(image('unwanted'));
        await until('it runs again when asked anew', () => calls.length === 2);
      });

      it('does nothing about a job that is not there', async () => {
        const queue = open();
        await queue.add(image('other'));
        await queue.cancel(image('nobody'));
        expect((await queue.counts()).waiting).toBe(1);
      });
    });

    describeQueueLimits(open);
    describeQueueClosing(open);

    it('says what state it is in', async () => {
      const queue = createTestQueue({ store: place.store(), prefix: place.prefix });
      expect(queue.health()).toMatchObject({ state: 'closed', store: storeName, isWorking: false });
      queue.open();
      expect(['starting', 'ready']).toContain(queue.health().state);
      await queue.whenReady(15_000);
      expect(queue.health()).toEqual({
        state: 'ready',
        store: storeName,
        message: null,
        isWorking: false,
      });
      queue.work(createRecorder().handlers, { openai: 1 });
      await until('it works', () => queue.health().isWorking);
    });
  });
};
