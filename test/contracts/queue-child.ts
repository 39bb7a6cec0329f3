/** A server process of its own for tests of `child-process.ts`. Tells what happens in lines on standard output. */
import { createBullMqQueue } from '../../server/src/queue/bullmq-queue';
import { createEmbeddedStore } from '../../server/src/queue/stores/embedded';
import { createPostgresStore } from '../../server/src/queue/stores/postgres';
import { createRedisStore } from '../../server/src/queue/stores/redis';
import type { ChildSpec } from './child-process';
import { createRecordingLogger, QUICK } from './queue-harness';

const spec: ChildSpec = JSON.parse(process.argv[2] ?? '');
const logger = createRecordingLogger();
const say = (line: string) => process.stdout.write(`${line}\n`);

const createStore = () => {
  const { store } = spec;
  if (store.kind === 'redis') return createRedisStore({ url: store.url });
  if (store.kind === 'postgres')
    return createPostgresStore({ connection: store.url, schema: store.schema });
  return createEmbeddedStore({ logger, seedPath: store.seedPath });
};

const queue = createBullMqQueue({
  store: createStore(),
  prefix: spec.prefix,
  logger,
  options: { ...QUICK, ...spec.options },
});

const run = async (id: string) => {
  say(`started ${id}`);
  if (spec.behaviour === 'hang') await new Promise(() => undefined);
  say(`finished ${id}`);
};

queue.open();
queue.work({ 'plan-images': run, 'generate-image': run, 'attach-images': run }, spec.accounts);
queue.whenReady(15_000).then(
  () => say('ready'),
  (error: Error) => say(`not ready: ${error.message}`),
);

const add = (id: string) =>
  queue.add({ name: 'generate-image', id, account: 'openai' }).then(
    () => say(`added ${id}`),
    (error: Error) => say(`refused ${id}: ${error.message}`),
  );

const obey = (command: string) => {
  if (command.startsWith('add ')) void add(command.slice(4));
  if (command === 'close') {
    process.stdin.destroy();
    void queue.close(1_000).then(() => say('closed'));
  }
};

process.stdin.on('data', (chunk) => {
  for (const command of String(chunk).trim().split('\n')) obey(command);
});
