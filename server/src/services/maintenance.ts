import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { getComposition } from '../composition';
import { reconcile } from '../pipeline/reconcile';
import { sweepPublishes } from '../pipeline/sweep-publishes';
import { sweepSpool } from '../pipeline/sweep-spool';

const CURSOR = { type: 'plugin', name: PLUGIN_ID, key: 'sweep' };
/** Younger publishes are left to their own event. */
const SETTLE_MS = 15_000;

/** Puts right what a crash or an outage left behind; runs every minute by itself, and on request from scripts. */
export const createMaintenanceService = ({ strapi }: { strapi: Core.Strapi }) => {
  const { pipeline } = getComposition(strapi);

  /** Adds the jobs of every run that is not over. Harmless at any time. */
  const refill = () => reconcile(pipeline);

  /** Starts the runs of publishes whose event was lost. */
  const sweep = async ({ settleMs = SETTLE_MS } = {}): Promise<void> => {
    const store = strapi.get('coreStore')(CURSOR);
    const stored = await store.get({});
    const to = new Date(pipeline.clock.now().getTime() - settleMs);
    await sweepPublishes(pipeline, {
      cursor: typeof stored === 'string' ? new Date(stored) : null,
      to,
    });
    await store.set({ value: to.toISOString() });
  };

  /** Removes kept bytes that nobody will ask for again. */
  const tidy = () => sweepSpool(pipeline);

  /** State of the queue store and the workers of this process. */
  const health = () => pipeline.queue.health();

  return { refill, sweep, tidy, health };
};
