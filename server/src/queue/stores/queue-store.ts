import type { BackendFactory } from 'bullmq';
import type { StoreName } from '../../ports/job-queue';

/** A place where BullMQ keeps its jobs. It owns every connection opened on it, BullMQ's included. */
export type QueueStore = {
  name: StoreName;
  /** True when an open store costs memory that a site without work should not pay: the first job opens it. */
  opensOnDemand: boolean;
  /** What BullMQ's Queue and Worker stand on. Usable after the first successful `open`. */
  backend: BackendFactory;
  /** Connects and prepares the schema; called again after an outage. Throws `queue_down` in operators' words. */
  open(): Promise<void>;
  /** One cheap round trip. Throws `queue_down` when the store is away. */
  ping(): Promise<void>;
  /** Told before workers are made, so that a pool can grow with them. */
  reserve(workers: number): void;
  /** `listener` hears at once that a connection broke (false) or came back (true), before the next ping would. */
  onChange(listener: (isBack: boolean) => void): void;
  /** Ends every connection and thread, whatever state they are in. Never throws. */
  close(): Promise<void>;
};
