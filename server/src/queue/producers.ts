import { Queue } from 'bullmq';
import { withDeadline } from './deadline';
import type { QueueOptions } from './queue-options';
import type { QueueStore } from './stores/queue-store';
import type { TroubleLog } from './trouble-log';

/** Nobody listens to BullMQ's events here: on PostgreSQL they get lost, and rows tell what happened. */
const MAX_EVENTS = 100;

type Options = {
  store: QueueStore;
  prefix: string;
  options: QueueOptions;
  logTrouble: TroubleLog;
  /** A connection of a queue failed. */
  onTrouble: () => void;
};

type Producer = ReturnType<typeof createProducer>;

const createProducer = ({ name, deps }: { name: string; deps: Options }) => {
  const queue = new Queue(
    name,
    { connection: {}, prefix: deps.prefix, streams: { events: { maxLen: MAX_EVENTS } } },
    deps.store.backend,
  );
  queue.on('error', (error) => {
    deps.logTrouble(`Queue ${name}`, error);
    deps.onTrouble();
  });
  return queue;
};

export type Producers = ReturnType<typeof createProducers>;

/** BullMQ's queues by name, made when first asked for. */
export const createProducers = (deps: Options) => {
  const { store, options } = deps;
  const producers = new Map<string, Promise<Producer>>();

  const make = async (name: string): Promise<Producer> => {
    const queue = createProducer({ name, deps });
    try {
      const message = `The queue store (${store.name}) does not answer.`;
      const work = queue.waitUntilReady();
      await withDeadline({ work, timeoutMs: options.commandTimeoutMs, message });
      return queue;
    } catch (error) {
      // BullMQ remembers a failed start for ever: the next caller gets a new queue.
      producers.delete(name);
      queue.close().catch((closing: unknown) => deps.logTrouble(`Queue ${name}`, closing));
      throw error;
    }
  };

  return {
    get: (name: string): Promise<Producer> => {
      const known = producers.get(name);
      if (known) return known;
      const made = make(name);
      producers.set(name, made);
      return made;
    },
    names: () => [...producers.keys()],
    close: async () => {
      // A queue that was never made has nothing to close.
      const closings = [...producers.values()].map((made) => made.then((queue) => queue.close()));
      await Promise.allSettled(closings);
    },
  };
};
