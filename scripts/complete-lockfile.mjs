/**
 * `npm run lockfile`, after dependencies have changed: npm leaves the native packages of other platforms out of the lockfile when the
 * registry it asked does not have them, and then `npm ci` refuses that lockfile. Writes the missing entries; they are
 * optional and each is installed on its own platform only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { missingPlatformPackages } from './lockfile/missing-platform-packages.mjs';

const FILE = 'package-lock.json';

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingPlatformPackages(lock.packages);
const entries = Object.entries({ ...lock.packages, ...missing });
lock.packages = Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${FILE}: ${Object.keys(missing).length} packages of other platforms added.`);
