/** Permission actions, listed once: the server registers them, both halves check them. */

import { PLUGIN_ID } from './vocabulary';

const action = (uid: string) => `plugin::${PLUGIN_ID}.${uid}`;

/**
 * `panel.view` and `generate` are content-type permissions: the role editor shows them for each mapped content type,
 * beside Publish, with locales and conditions. The settings actions guard the settings page. None of the two may end in
 * `.create`, `.read`, `.update`, `.delete` or `.publish`: the content manager looks only at the last part of an action on
 * a content type, and would take ours for its own, which hides every field of the edit view.
 */
export const PERMISSION_UIDS = {
  read: 'panel.view',
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
