import { describe, expect, it } from 'vitest';
import {
  createGate,
  createRecorder,
  errorOf,
  image,
  sleep,
  until,
  untilAborted,
  type OpenQueue,
} from './queue-harness';

export const describeQueueClosing = (open: OpenQueue): void => {
  describe('closing', () => {
    it('waits for what runs, takes nothing new and leaves the rest', async () => {
      const queue = open();
      const gate = createGate();
      const { handlers, ids } = createRecorder(() => gate.opened);
      queue.work(handlers, { openai: 1 });
      for (const id of ['running', 'waiting']) await queue.add(image(id));
      await until('one runs', () => ids().length === 1);
      setTimeout(gate.open, 300);
      const start = Date.now();
      await queue.close(5_000);
      expect(Date.now() - start).toBeGreaterThanOrEqual(290);
      expect(Date.now() - start).toBeLessThan(4_000);
      expect(ids()).toEqual(['running']);
      expect(queue.health()).toMatchObject({ state: 'closed', isWorking: false });
    });

    it('raises the signals when time is up', async () => {
      const queue = open();
      const { handlers, calls } = createRecorder(({ signal }) => untilAborted(signal));
      queue.work(handlers, { openai: 1 });
      await queue.add(image('long'));
      await until('it runs', () => calls.length === 1);
      const start = Date.now();
      await queue.close(200);
      expect(Date.now() - start).toBeLessThan(2_200);
      expect(calls[0]?.signal.aborted).toBe(true);
      expect(calls[0]?.signal.reason).toMatchObject({ code: 'queue_down' });
    });

    it('ends in time even when a handler does not listen', async () => {
      const queue = open();
      const gate = createGate();
      const { handlers, calls } = createRecorder(() => gate.opened);
      queue.work(handlers, { openai: 1 });
      await queue.add(image('deaf'));
      await until('it runs', () => calls.length === 1);
      const start = Date.now();
      await queue.close(200);
      expect(Date.now() - start).toBeLessThan(2_200);
      gate.open();
    });

    it('refuses work afterwards and may be closed twice', async () => {
      const queue = open();
      await queue.whenReady(15_000);
      await Promise.all([queue.close(1_000), queue.close(1_000)]);
      await queue.close(1_000);
      const error = await errorOf(queue.add(image('late')));
      expect(error).toMatchObject({ code: 'queue_down', message: 'The queue is closed.' });
    });

    it('closes while it still opens', async () => {
      const queue = open();
      void queue.whenReady(10_000).catch(() => undefined);
      await sleep(5);
      const start = Date.now();
      await queue.close(1_000);
      expect(Date.now() - start).toBeLessThan(3_000);
    });
  });
};
