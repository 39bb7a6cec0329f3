/**
 * The admin's entry chunk is loaded with every page of Strapi's admin, also by people who never open the plugin: its
 * size is a promise. Panel and settings page are chunks of their own and are not counted.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const ENTRY = 'dist/admin/index.mjs';
const LIMIT_BYTES = 10 * 1024;

if (!existsSync(ENTRY)) {
  console.error(`${ENTRY} is missing: run "npm run build" first.`);
  process.exitCode = 1;
} else {
  const bytes = gzipSync(readFileSync(ENTRY), { level: 9 }).length;
  const kib = (bytes / 1024).toFixed(1);
  console.log(`${ENTRY}: ${kib} KiB gzipped, at most ${LIMIT_BYTES / 1024} KiB.`);
  if (bytes > LIMIT_BYTES) {
    console.error('Load what the first screen does not need with import().');
    process.exitCode = 1;
  }
}
