import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installPackages } from './apt.mjs';
import { findProgram, versionedFolders } from './find-program.mjs';
import { freePort, probePostgres } from './probe.mjs';

const USUAL_URL = 'postgresql://postgres@127.0.0.1:5432/postgres';

const findBinary = (name) => findProgram([name], versionedFolders('/usr/lib/postgresql', 'bin'));

/** PostgreSQL refuses to run as root: then its own user runs it, made by the Debian package. */
const unprivilegedUser = () => {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (!line) throw new Error('PostgreSQL does not run as root and there is no user "postgres".');
  const [, , uid, gid] = line.split(':').map(Number);
  return { uid, gid };
};

const run = ({ command, args, user }) => {
  // The server outlives this script: output through a pipe would keep us waiting for its end.
  const options = { stdio: 'ignore', cwd: tmpdir(), ...user };
  return spawnSync(command, args, options).status === 0;
};

const canEnter = ({ folder, user }) =>
  !user || run({ command: 'test', args: ['-w', folder], user });

/** The data folder: ours, or one under the temporary folder where the server's user may not enter ours. */
const dataFolder = ({ folder, user }) => {
  const candidates = [resolve(folder), join(tmpdir(), 'article-images-services')];
  for (const candidate of candidates) {
    mkdirSync(candidate, { recursive: true });
    if (user) chownSync(candidate, user.uid, user.gid);
    if (canEnter({ folder: candidate, user })) return join(candidate, 'data');
  }
  throw new Error(`The user "postgres" cannot write to ${candidates.join(' or ')}.`);
};

const runningPort = (data) => {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  return Number(readFileSync(pidFile, 'utf8').split('\n')[3]) || null;
};

const urlAt = (port) => `postgresql://postgres@127.0.0.1:${port}/postgres`;

/** Starts an instance of our own, or finds the one an earlier call left running. Returns its address. */
const startOwn = async (folder) => {
  const user = unprivilegedUser();
  const data = dataFolder({ folder, user });
  const running = runningPort(data);
  if (running && (await probePostgres(urlAt(running))) === 'open') return urlAt(running);

  if (!existsSync(join(data, 'PG_VERSION'))) {
    const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    if (!run({ command: findBinary('initdb'), args, user })) {
      throw new Error(`initdb could not create a database in ${data}.`);
    }
  }
  const port = await freePort();
  // Test data: nothing here has to survive a power cut.
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  const args = ['-D', data, '-o', settings, '-l', join(data, 'server.log'), '-w', 'start'];
  if (!run({ command: findBinary('pg_ctl'), args, user })) {
    throw new Error(`PostgreSQL did not start; its log is ${join(data, 'server.log')}.`);
  }
  return urlAt(port);
};

/** Makes a PostgreSQL available. Returns the variables to export; throws with what to do where it cannot. */
export const providePostgres = async ({ folder }) => {
  const given = process.env.TEST_POSTGRES_URL;
  if (given) {
    if (['away', 'refused'].includes(await probePostgres(given))) {
      throw new Error('TEST_POSTGRES_URL is set, but no PostgreSQL lets us in there.');
    }
    console.log('PostgreSQL: from TEST_POSTGRES_URL');
    return { TEST_POSTGRES_URL: given };
  }
  if ((await probePostgres(USUAL_URL)) === 'open') {
    console.log('PostgreSQL: the one running at 127.0.0.1:5432');
    return { TEST_POSTGRES_URL: USUAL_URL };
  }
  const hasBinaries = () => Boolean(findBinary('initdb') && findBinary('pg_ctl'));
  if (!hasBinaries() && !(installPackages('postgresql') && hasBinaries())) {
    throw new Error(
      'No PostgreSQL was found and none could be installed. Install it (on Debian: apt-get install postgresql), ' +
        'or set TEST_POSTGRES_URL to one whose user may create databases.',
    );
  }
  const url = await startOwn(folder);
  console.log(`PostgreSQL: our own at ${new URL(url).host}`);
  return { TEST_POSTGRES_URL: url };
};

/** Ends the instance `providePostgres` started, if any. */
export const stopPostgres = ({ folder }) => {
  const command = findBinary('pg_ctl');
  if (!command) return;
  const user = unprivilegedUser();
  const data = dataFolder({ folder, user });
  if (runningPort(data)) run({ command, args: ['-D', data, '-m', 'fast', '-w', 'stop'], user });
};
