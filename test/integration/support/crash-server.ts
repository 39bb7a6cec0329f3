import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { addModel } from './model-rows';

/**
 * The host app as a process that can be stopped at a named step of an article's run. `CRASH_POINTS` says where: a list
 * of `{ title, at, dies }`. A run that gets there stays there for ever (and says so), or takes the process with it.
 * Run with `node --require tsx/cjs`, in the app's folder.
 */
export type CrashPoint = {
  /** Title of the article. */
  title: string;
  /** "before run planning", "after image received", "before file", "row 1", "file of image", "in document", ... */
  at: string;
  dies?: boolean;
};

type Where = { documentId?: string };
type Event = {
  action: string;
  params: { where?: Where; data?: Record<string, unknown> };
  result?: unknown;
};

const IMAGE = 'plugin::article-images.image' as 'plugin::upload.file';
const RUN = 'plugin::article-images.generation-run' as 'plugin::upload.file';
const FILE = 'plugin::upload.file';
const GUIDE = 'api::guide.guide';

/** Models that the first start adds; each article of the test is made with one of its own. */
const models = JSON.parse(process.env.CRASH_MODELS ?? '[]') as string[];
const points = JSON.parse(process.env.CRASH_POINTS ?? '[]') as CrashPoint[];

const stay = async (point: CrashPoint): Promise<void> => {
  process.stdout.write(`AT ${point.title}: ${point.at}\n`);
  if (point.dies) process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
};

const watch = (strapi: Core.Strapi): void => {
  const titleOf = async (documentId: unknown): Promise<string> => {
    const row = await strapi.db.query(GUIDE).findOne({ where: { documentId } as never });
    return String(row?.title);
  };
  const arrive = async (documentId: unknown, at: string): Promise<void> => {
    if (!points.some((point) => point.at === at)) return;
    const title = await titleOf(documentId);
    const point = points.find((one) => one.at === at && one.title === title);
    if (point) await stay(point);
  };
  const articleOf = async (model: typeof IMAGE | typeof RUN, id: unknown): Promise<unknown> => {
    const row = await strapi.db.query(model).findOne({ where: { documentId: id } as never });
    return (row as Record<string, unknown> | null)?.articleDocumentId;
  };

  for (const [model, name] of [
    [IMAGE, 'image'],
    [RUN, 'run'],
  ] as const) {
    const onChange = async ({ action, params }: Event) => {
      const when = action.startsWith('before') ? 'before' : 'after';
      const status = params.data?.status;
      const isFile = when === 'before' && status === undefined && params.data?.file !== undefined;
      const at = isFile ? `file of ${name}` : `${when} ${name} ${String(status)}`;
      if (!points.some((point) => point.at === at)) return;
      await arrive(await articleOf(model, params.where?.documentId), at);
    };
    strapi.db.lifecycles.subscribe({
      models: [model],
      beforeUpdate: onChange as never,
      beforeUpdateMany: onChange as never,
      afterUpdate: onChange as never,
      afterUpdateMany: onChange as never,
      beforeCreate: (({ params: { data } }: Event) =>
        arrive(data?.articleDocumentId, `row ${String(data?.position)}`)) as never,
    });
  }
  const onFile = async ({ action, params }: Event) => {
    const id = String(params.data?.name).split('.').at(-2);
    await arrive(
      await articleOf(IMAGE, id),
      action === 'beforeCreate' ? 'before file' : 'after file',
    );
  };
  strapi.db.lifecycles.subscribe({
    models: [FILE],
    beforeCreate: onFile as never,
    afterCreate: onFile as never,
  });
  strapi.documents.use(async (context, next) => {
    const written = await next();
    if (context.action === 'update') {
      await arrive((context.params as Where).documentId, 'in document');
    }
    return written;
  });
};

const serve = async (): Promise<void> => {
  const appDir = process.cwd();
  const { createStrapi }: typeof import('@strapi/strapi') = createRequire(
    join(appDir, 'package.json'),
  )('@strapi/strapi');
  const strapi = createStrapi({ appDir, distDir: appDir, serveAdminPanel: false });
  await strapi.load();
  for (const name of models) await addModel({ strapi }, name);
  watch(strapi);
  await strapi.listen();
};

void serve();
