import type { Core } from '@strapi/strapi';
import { getComposition } from './composition';
import { startWork, type Work } from './lifecycle';
import { registerPermissions } from './permission-actions';
import { startAutomaticRun } from './pipeline/sweep-publishes';
import { seedModelConfigs } from './strapi/model-store';
import { createPublishTrigger } from './strapi/publish-trigger';
import { seedPromptTemplates } from './strapi/template-store';

type Closers = { dispose: () => Promise<void>; work: Work | null };

const open = new WeakMap<object, Closers>();

/**
 * Runs in every Strapi process, command line included; workers start only when a server listens. The queue store is
 * never waited for: Strapi starts without it.
 */
export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerPermissions(strapi);
  await seedModelConfigs({ strapi });
  await seedPromptTemplates({ strapi });
  const { pipeline } = getComposition(strapi);
  const dispose = createPublishTrigger({
    strapi,
    logger: pipeline.logger,
    isAutomatic: async (uid) => {
      const type = await pipeline.settings.forType(uid);
      return type?.isEnabled === true && type.isAutomatic;
    },
    onPublished: (article, userId) => startAutomaticRun(pipeline, article, userId),
  });
  const closers: Closers = { dispose, work: null };
  open.set(strapi, closers);
  strapi.server.httpServer.once('listening', () => {
    closers.work = startWork(strapi);
  });
};

/** Closes what `bootstrap` opened, within the configured time. The database is still there. */
export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const closers = open.get(strapi);
  if (!closers) return;
  open.delete(strapi);
  await closers.dispose();
  await closers.work?.stop();
};
