import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Written by npm at the end of an install: older than the lockfile means the packages are not those it names. */
const INSTALLED = 'node_modules/.package-lock.json';

const isCurrent =
  existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs;

if (isCurrent) {
  console.log('Packages are up to date.');
} else {
  console.log('Installing packages with npm ci ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit' });
  if (error) console.error(`npm could not be started: ${error.message}`);
  process.exitCode = status ?? 1;
}
