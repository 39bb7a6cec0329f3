import type { Core } from '@strapi/strapi';
import { GetContext } from '../../../shared/contracts/context';
import { Settings } from '../../../shared/contracts/settings';
import { getService } from '../services';
import { parseRequest } from '../strapi/http-errors';
import { createAnswer } from './answer';

/** Settings, providers and the panel's context for the admin. */
export const createSettingsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = createAnswer(strapi);
  return {
    context: answer(async (context) => {
      const query = parseRequest(GetContext.query, context.query);
      const ref = await getService(strapi, 'locales').normalise({
        ...query,
        locale: query.locale ?? null,
      });
      const data = await getService(strapi, 'context').read(context.state.userAbility, ref);
      return { data };
    }),
    read: answer(async () => ({ data: await getService(strapi, 'settings').read() })),
    update: answer(async (context) => {
      const settings = parseRequest(Settings.body, context.request.body);
      return { data: await getService(strapi, 'settings').update(settings) };
    }),
    providers: answer(async () => ({ data: await getService(strapi, 'settings').providers() })),
  };
};
