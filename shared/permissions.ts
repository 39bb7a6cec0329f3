/** Permission actions, listed once: the server registers them, both halves check them. */

import { PLUGIN_ID } from './vocabulary';

const action = (uid: string) => `plugin::${PLUGIN_ID}.${uid}`;

/**
 * `panel.read` and `generate` are content-type permissions: the role editor shows them for each mapped content type,
 * beside Publish, with locales and conditions. The settings actions guard the settings page.
 */
export const PERMISSION_UIDS = {
  read: 'panel.read',
  generate: 'generate',
  settingsRead: 'settings.read',
  settingsUpdate: 'settings.update',
} as const;

export const PERMISSIONS = {
  read: action(PERMISSION_UIDS.read),
  generate: action(PERMISSION_UIDS.generate),
  settingsRead: action(PERMISSION_UIDS.settingsRead),
  settingsUpdate: action(PERMISSION_UIDS.settingsUpdate),
} as const;
