import type { Logger } from '../ports/runtime';
import { redactUrls } from './redact-urls';

const REPEAT_MS = 60_000;
/** A message with an address or an id in it is new each time: forget all rather than grow. */
const MAX_REMEMBERED = 100;

export type TroubleLog = (what: string, error: unknown) => void;

/** Writes each distinct failure at most once a minute: while a store is away BullMQ repeats itself with every poll. */
export const createTroubleLog = ({
  logger,
  now,
}: {
  logger: Logger;
  now: () => number;
}): TroubleLog => {
  const writtenAt = new Map<string, number>();
  return (what, error) => {
    const message = `${what}: ${redactUrls(error instanceof Error ? error.message : String(error))}`;
    const last = writtenAt.get(message);
    if (last !== undefined && now() - last < REPEAT_MS) return;
    if (writtenAt.size >= MAX_REMEMBERED) writtenAt.clear();
    writtenAt.set(message, now());
    logger.warn(message);
  };
};
