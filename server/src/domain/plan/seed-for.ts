import { createHash } from 'node:crypto';

const LARGEST_SEED = 2 ** 31 - 1;

/** A positive 31-bit seed from a name: the same slot of the same run always gets the same one. */
export const seedFor = (name: string): number =>
  (createHash('sha256').update(name).digest().readUInt32BE(0) % LARGEST_SEED) + 1;
