import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import { createAccessService } from './access';
import { createContextService } from './context';
import { createLocalesService } from './locales';
import { createMaintenanceService } from './maintenance';
import { createRunsService } from './runs';
import { createSettingsService } from './settings';

/** What other plugins may call: `strapi.plugin('article-images').service('runs')`. */
export const services = {
  runs: createRunsService,
  settings: createSettingsService,
  context: createContextService,
  access: createAccessService,
  locales: createLocalesService,
  maintenance: createMaintenanceService,
};

type Services = typeof services;

/** A service with its type; Strapi itself gives `any`. */
export const getService = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name,
): ReturnType<Services[Name]> => strapi.plugin(PLUGIN_ID).service(name);
