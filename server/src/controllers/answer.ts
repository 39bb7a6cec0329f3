import type { Core } from '@strapi/strapi';
import { answering } from '../strapi/http-errors';
import type { UserAbility } from '../services/access';

/** The parts of Koa's context our controllers use. */
export type HttpContext = {
  status: number;
  body: unknown;
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  state: { user?: { id: number }; userAbility: UserAbility };
};

/** Makes a controller action of a function that returns the answer or throws our error. */
export const createAnswer =
  (strapi: Core.Strapi) =>
  (work: (context: HttpContext) => Promise<unknown>) =>
  (context: HttpContext): Promise<void> =>
    answering(
      context,
      (message) => strapi.log.error(`[article-images] ${message}`),
      () => work(context),
    );
