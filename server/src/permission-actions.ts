import type { Core } from '@strapi/strapi';
import { PERMISSION_UIDS } from '../../shared/permissions';
import { PLUGIN_ID } from '../../shared/vocabulary';

/**
 * Puts our rights into the role editor: two per content type, beside Publish, and two for the settings page. Subjects
 * are fixed at start, so every content type of the app gets them; those that are not switched on show no panel.
 */
export const registerPermissions = async (strapi: Core.Strapi): Promise<void> => {
  const subjects = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('api::'));
  const ofType = (uid: string, displayName: string) => ({
    section: 'contentTypes',
    pluginName: PLUGIN_ID,
    uid,
    displayName,
    subjects,
    options: { applyToProperties: ['locales'] },
  });
  const ofSettings = (uid: string, displayName: string) => ({
    section: 'settings',
    category: 'article images',
    pluginName: PLUGIN_ID,
    uid,
    displayName,
  });
  await strapi
    .service('admin::permission')
    .actionProvider.registerMany([
      ofType(PERMISSION_UIDS.read, 'See article images'),
      ofType(PERMISSION_UIDS.generate, 'Generate images'),
      ofSettings(PERMISSION_UIDS.settingsRead, 'Read the settings'),
      ofSettings(PERMISSION_UIDS.settingsUpdate, 'Change the settings'),
    ]);
};
