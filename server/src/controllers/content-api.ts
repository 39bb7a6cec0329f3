import type { Core } from '@strapi/strapi';
import { StartRun } from '../../../shared/contracts/runs';
import { getService } from '../services';
import { parseRequest } from '../strapi/http-errors';
import { createAnswer } from './answer';

/** Runs for API clients; who may call is decided by API tokens and Users & Permissions, never by an open route. */
export const createContentApiController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = createAnswer(strapi);
  return {
    start: answer(async (context) => {
      const request = await getService(strapi, 'locales').normalise(
        parseRequest(StartRun.body, context.request.body),
      );
      context.status = 202;
      return getService(strapi, 'runs').start({ ...request, trigger: 'api' });
    }),
    find: answer(async (context) => ({
      data: await getService(strapi, 'runs').find(context.params.id ?? ''),
    })),
  };
};
