/**
 * The admin's entry is loaded with every page of Strapi's admin, also by people who never open the plugin: its size is a
 * promise. Panel and settings page are chunks of their own and are not counted.
 */
import { ADMIN_ENTRY, adminEntryBytes } from './admin-entry.mjs';

const LIMIT_BYTES = 10 * 1024;

const bytes = adminEntryBytes();
if (bytes === null) {
  console.error(`${ADMIN_ENTRY} is missing: run "npm run build" first.`);
  process.exitCode = 1;
} else {
  const kib = (bytes / 1024).toFixed(1);
  console.log(`The admin's entry: ${kib} KiB gzipped, at most ${LIMIT_BYTES / 1024} KiB.`);
  if (bytes > LIMIT_BYTES) {
    console.error('Load what the first screen does not need with import().');
    process.exitCode = 1;
  }
}
