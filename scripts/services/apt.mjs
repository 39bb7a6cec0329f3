import { spawnSync } from 'node:child_process';

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const isRoot = () => process.getuid?.() === 0;

/** The command that runs apt-get with the rights it needs; null where that is not possible without a question. */
const aptCommand = () => {
  if (!succeeds('apt-get', ['--version'])) return null;
  if (isRoot()) return ['apt-get'];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n', 'apt-get'] : null;
};

let isListFresh = false;

/** Installs Debian packages. Returns whether they are there now; output goes to the terminal. */
export const installPackages = (...names) => {
  const apt = aptCommand();
  if (!apt) return false;
  const [command, ...prefix] = apt;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) =>
    spawnSync(command, [...prefix, ...args], { stdio: 'inherit', env }).status === 0;

  console.log(`Installing ${names.join(', ')} with apt-get ...`);
  if (!isListFresh) isListFresh = run('update', '-q');
  return run('install', '-y', '-q', '--no-install-recommends', ...names);
};
