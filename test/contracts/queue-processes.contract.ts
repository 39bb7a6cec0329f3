import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killChildren, startChild, type StoreSpec } from './child-process';
import type { Place } from './job-queue.contract';
import {
  closeTestQueues,
  createRecorder,
  createTestQueue,
  image,
  sleep,
  until,
  untilAborted,
  type OpenQueue,
} from './queue-harness';

/** A place that other processes reach too. */
export type SharedPlace = Place & {
  spec: StoreSpec;
  /** Makes the store forget who holds a running job, as it does when a worker was silent for too long. */
  breakLock(queueName: string, jobId: string): Promise<void>;
};

const QUICK_RECOVERY = { lockMs: 800, stalledIntervalMs: 300 };

/** What a store that several processes use must do. */
export const describeQueueProcesses = (
  storeName: string,
  createPlace: () => Promise<SharedPlace>,
): void => {
  describe(`several processes on ${storeName}`, () => {
    let place: SharedPlace;

    beforeEach(async () => {
      place = await createPlace();
      return async () => {
        await closeTestQueues();
        await place.remove();
      };
    });

    afterEach(killChildren);

    const open: OpenQueue = (options) => {
      const queue = createTestQueue({ store: place.store(), prefix: place.prefix, options });
      queue.open();
      return queue;
    };

    it('runs each job once when two servers add and work', async () => {
      const queues = [open(), open()];
      const wanted = Array.from({ length: 40 }, (_, n) => `image${n}`);
      for (const id of wanted) await Promise.all(queues.map((queue) => queue.add(image(id))));
      const recorders = queues.map((queue) => {
        const recorder = createRecorder(() => sleep(20));
        queue.work(recorder.handlers, { openai: 2 });
        return recorder;
      });
      const done = () => recorders.flatMap((recorder) => recorder.ids());
      await until('all pictures', () => done().length >= wanted.length);
      await sleep(200);
      expect(done().sort()).toEqual([...wanted].sort());
      expect(recorders.every(({ calls }) => calls.length > 0)).toBe(true);
    });

    it('hands a job to another server when its own is killed', async () => {
      const child = startChild({
        store: place.spec,
        prefix: place.prefix,
        accounts: { openai: 1 },
        behaviour: 'hang',
        options: QUICK_RECOVERY,
      });
      await child.says('ready');
      const queue = open(QUICK_RECOVERY);
      await queue.add(image('orphan'));
      await child.says('started orphan');
      const { handlers, calls } = createRecorder();
      queue.work(handlers, { openai: 1 });
      await sleep(1_500);
      // As long as the first server lives it keeps its job.
      expect(calls).toEqual([]);
      await child.kill();
      await until('the job runs here', () => calls.length === 1, 10_000);
      expect(calls[0]).toMatchObject({ id: 'orphan', attempt: 1 });
    });

    it('gives up a job that kills one server after the other', async () => {
      const queue = open({ ...QUICK_RECOVERY, maxStalledCount: 1 });
      const { handlers, calls } = createRecorder(async ({ id }) => {
        await place.breakLock('images-openai', `generate-image-${id}`);
        await new Promise(() => undefined);
      });
      queue.work(handlers, { openai: 3 });
      await queue.add(image('poison'));
      await until('it is given up', () =>
        queue.lines.some(
          ({ level, message }) => level === 'error' && /stalled more than/.test(message),
        ),
      );
      expect(calls).toHaveLength(2);
    });

    it('raises the signal of a job whose lock was lost', async () => {
      const queue = open({ lockMs: 1_000 });
      const { handlers, calls } = createRecorder(({ signal }) =>
        calls.length === 1 ? untilAborted(signal) : Promise.resolve(),
      );
      queue.work(handlers, { openai: 1 });
      await queue.add(image('lost'));
      await until('it runs', () => calls.length === 1);
      await place.breakLock('images-openai', 'generate-image-lost');
      await until('its signal', () => calls[0]?.signal.aborted === true, 5_000);
      expect(calls[0]?.signal.reason).toMatchObject({ code: 'queue_down' });
    });

    it.each([
      ['throws', (signal: AbortSignal) => untilAborted(signal)],
      ['ends quietly', (signal: AbortSignal) => untilAborted(signal).catch(() => undefined)],
    ])('leaves to the next server a job whose handler %s when it closes', async (_how, end) => {
      const first = open();
      const { handlers, calls } = createRecorder(({ signal }) => end(signal));
      first.work(handlers, { openai: 1 });
      await first.add(image('handed-over'));
      await until('it runs', () => calls.length === 1);
      await first.close(100);
      const second = open();
      const next = createRecorder();
      second.work(next.handlers, { openai: 1 });
      await until('it runs on the next', () => next.calls.length === 1, 5_000);
      // No try is used up by a restart.
      expect(next.calls[0]).toMatchObject({ id: 'handed-over', attempt: 1 });
    });

    it('keeps what waits over a restart', async () => {
      const first = open();
      await first.add(image('kept'));
      await first.close(1_000);
      const second = open();
      const { handlers, ids } = createRecorder();
      second.work(handlers, { openai: 1 });
      await until('the kept job', () => ids().includes('kept'));
    });

    it('leaves nothing behind that keeps a process alive', async () => {
      const child = startChild({
        store: place.spec,
        prefix: place.prefix,
        accounts: { openai: 2, other: 1 },
        behaviour: 'finish',
      });
      await child.says('ready');
      child.tell('add image1');
      await child.says('finished image1');
      child.tell('close');
      await child.says('closed');
      expect(await child.exited(2_000)).toBe(0);
    });
  });
};
