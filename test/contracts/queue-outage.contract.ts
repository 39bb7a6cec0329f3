import { beforeEach, describe, expect, it } from 'vitest';
import type { QueueStore } from '../../server/src/queue/stores/queue-store';
import type { Place } from './job-queue.contract';
import {
  closeTestQueues,
  createGate,
  createRecorder,
  createTestQueue,
  errorOf,
  image,
  until,
  sleep,
  type OpenQueue,
  type TestQueue,
} from './queue-harness';
import { createTcpProxy, type TcpProxy } from './tcp-proxy';

/** A place whose server can be taken away. */
export type DistantPlace = Place & {
  server: { host: string; port: number };
  /** A client that reaches the place through another port, impatient, with a password in its address. */
  storeAt(port: number): QueueStore;
};

/** What a store on a server must do when the server goes and comes. */
export const describeQueueOutage = (
  storeName: string,
  createPlace: () => Promise<DistantPlace>,
): void => {
  describe(`an outage of ${storeName}`, () => {
    let place: DistantPlace;
    let proxy: TcpProxy;

    beforeEach(async () => {
      place = await createPlace();
      proxy = await createTcpProxy(place.server);
      return async () => {
        await closeTestQueues();
        await proxy.stop();
        await place.remove();
      };
    });

    const open: OpenQueue = (options) => {
      const store = place.storeAt(proxy.port);
      const queue = createTestQueue({ store, prefix: place.prefix, options });
      queue.open();
      return queue;
    };

    const isDown = (queue: TestQueue) =>
      until('it is known to be away', () => queue.health().state === 'down');

    it('away at the start: says so, refuses work at once, and works when it comes', async () => {
      await proxy.stop();
      const queue = open();
      const { handlers, ids } = createRecorder();
      queue.work(handlers, { openai: 1 });
      await isDown(queue);
      const { message, isWorking } = queue.health();
      expect(message).toMatch(new RegExp(`127\\.0\\.0\\.1:${proxy.port}.*ECONNREFUSED`));
      expect(isWorking).toBe(false);
      expect(JSON.stringify(queue.lines) + message).not.toContain('secret');
      const start = Date.now();
      expect(await errorOf(queue.add(image('early')))).toMatchObject({ code: 'queue_down' });
      expect(Date.now() - start).toBeLessThan(1_000);
      expect(await errorOf(queue.whenReady(200))).toMatchObject({ code: 'queue_down' });

      await proxy.start();
      await queue.whenReady(20_000);
      expect(queue.health()).toMatchObject({ state: 'ready', message: null, isWorking: true });
      await queue.add(image('late'));
      await until('the job', () => ids().includes('late'));
      expect(ids()).toEqual(['late']);
    });

    it('away while it works: says so, recovers, and runs what waited and what is added', async () => {
      const queue = open();
      const { handlers, ids } = createRecorder();
      queue.work(handlers, { openai: 1 });
      await queue.add(image('before'));
      await until('the first job', () => ids().includes('before'));
      await queue.add(image('waits', { delayMs: 1_000 }));
      await proxy.stop();
      await isDown(queue);
      expect(queue.health().message).toContain(`127.0.0.1:${proxy.port}`);
      expect(await errorOf(queue.add(image('refused')))).toMatchObject({ code: 'queue_down' });

      await proxy.start();
      await until('it is back', () => queue.health().state === 'ready', 20_000);
      await queue.add(image('after'));
      await until('both jobs', () => ids().includes('waits') && ids().includes('after'), 20_000);
      expect(ids()).not.toContain('refused');
    });

    it('away for a moment while a job runs: the job ends, and runs at most once more', async () => {
      const queue = open();
      const gate = createGate();
      const { handlers, calls } = createRecorder(() => gate.opened);
      queue.work(handlers, { openai: 1 });
      await queue.add(image('running'));
      await until('it runs', () => calls.length === 1);
      await proxy.stop();
      await isDown(queue);
      await proxy.start();
      await until('it is back', () => queue.health().state === 'ready', 20_000);
      expect(calls[0]?.signal.aborted).toBe(false);
      gate.open();
      await until('nothing is left', async () => {
        const { active, delayed, waiting } = await queue.counts();
        return active + delayed + waiting === 0;
      });
      expect(calls.length).toBeLessThanOrEqual(2);
    });

    it('away when a job ends: the job is finished or run again, never lost', async () => {
      const queue = open({ lockMs: 1_000, stalledIntervalMs: 300 });
      const gate = createGate();
      const { handlers, calls } = createRecorder(() => gate.opened);
      queue.work(handlers, { openai: 1 });
      await queue.add(image('ends-meanwhile'));
      await until('it runs', () => calls.length === 1);
      await proxy.stop();
      await isDown(queue);
      gate.open();
      await sleep(300);
      await proxy.start();
      await until('it is back', () => queue.health().state === 'ready', 20_000);
      await until(
        'nothing is left',
        async () => {
          const { active, delayed, waiting } = await queue.counts();
          return active + delayed + waiting === 0;
        },
        20_000,
      );
      expect(calls.length).toBeLessThanOrEqual(2);
    });

    it('silent: refuses work, says so, and comes back over new connections', async () => {
      const queue = open({ commandTimeoutMs: 800 });
      const { handlers, ids } = createRecorder();
      queue.work(handlers, { openai: 1 });
      await queue.add(image('before'));
      await until('the first job', () => ids().includes('before'));
      proxy.become('swallow');
      const start = Date.now();
      expect(await errorOf(queue.add(image('refused')))).toMatchObject({ code: 'queue_down' });
      expect(Date.now() - start).toBeLessThan(2_000);
      await isDown(queue);
      proxy.become('forward');
      await until('it is back', () => queue.health().state === 'ready', 20_000);
      await queue.add(image('after'));
      await until('the next job', () => ids().includes('after'), 20_000);
    });

    it('turning everybody away: does not run in circles', async () => {
      const queue = open();
      const { handlers, ids } = createRecorder();
      queue.work(handlers, { openai: 1, other: 1 });
      await queue.add(image('before'));
      await until('the first job', () => ids().includes('before'));
      proxy.become('drop');
      await isDown(queue);
      const taken = proxy.taken();
      const cpu = process.cpuUsage();
      await sleep(1_000);
      expect(proxy.taken() - taken).toBeLessThan(80);
      expect(process.cpuUsage(cpu).user / 1000).toBeLessThan(500);
      expect(queue.lines.length).toBeLessThan(20);
      proxy.become('forward');
      await until('it is back', () => queue.health().state === 'ready', 20_000);
    });

    it('away for good: closes in time', async () => {
      const queue = open();
      const { handlers, ids } = createRecorder();
      queue.work(handlers, { openai: 2, other: 1 });
      await queue.add(image('before'));
      await until('a job', () => ids().length === 1);
      await proxy.stop();
      await isDown(queue);
      const start = Date.now();
      await queue.close(500);
      expect(Date.now() - start).toBeLessThan(2_500);
      expect(queue.health().state).toBe('closed');
    });

    it('away at the start and for good: closes in time', async () => {
      await proxy.stop();
      const queue = open();
      queue.work(createRecorder().handlers, { openai: 1 });
      await isDown(queue);
      const start = Date.now();
      await queue.close(500);
      expect(Date.now() - start).toBeLessThan(2_500);
    });
  });
};
