/**
 * `npm run demo`: from a fresh clone to a real Strapi with illustrated articles, without keys. Uses Node built-ins only,
 * because it is what installs the packages; the demo itself is scripts/demo/demo.ts.
 * `--once` stops Strapi at the end, `--json` ends with one line of JSON on the standard output.
 */
import { spawn } from 'node:child_process';

const isJson = process.argv.includes('--json');

/** Runs a Node program to its end and hands it the signals this process gets. Resolves with its exit code. */
const run = (args, stdio) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio });
    const forward = (signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    // The terminal sends Ctrl-C to the whole group: the child has it already and needs time to stop Strapi.
    process.on('SIGINT', () => {});
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });

const fail = (message) => {
  const answer = { ok: false, error: { code: 'install_failed', message } };
  if (isJson) console.log(JSON.stringify(answer));
  else console.error(message);
  process.exitCode = 1;
};

// With --json everything but the answer goes to the error output.
const installed = await run(['scripts/install.mjs'], ['ignore', isJson ? 2 : 'inherit', 'inherit']);
if (installed !== 0) {
  fail('The packages could not be installed. Run "npm ci" to see why, then start the demo again.');
} else {
  const demo = ['--import', 'tsx', 'scripts/demo/demo.ts', ...process.argv.slice(2)];
  process.exitCode = await run(demo, 'inherit');
}
