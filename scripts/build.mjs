/** `npm run build`: both halves, then the embedded queue's prepared data directory beside the server half. */
import { spawnSync } from 'node:child_process';

const STEPS = [
  ['node_modules/@strapi/sdk-plugin/bin/strapi-plugin.js', 'build'],
  ['--import', 'tsx', 'scripts/build-embedded-seed.mjs'],
];

for (const args of STEPS) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
