import type { StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { PERMISSIONS } from '../../shared/permissions';
import { PLUGIN_ID } from '../../shared/vocabulary';
import { ArticleImagesPanelDescription } from './panel/panel-description';
import { insertAfterActions } from './panel/insert-after-actions';
import { loadTranslations } from './translations/load-translations';

const settingsLink = {
  id: PLUGIN_ID,
  to: PLUGIN_ID,
  intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Article Images' },
  permissions: [{ action: PERMISSIONS.settingsRead, subject: null }],
  Component: () =>
    import('./settings/SettingsPage').then((module) => ({ default: module.SettingsPage })),
};

type HostApp = Pick<StrapiApp, 'addSettingsLink' | 'getPlugin'>;
type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** The admin half: the panel beside the article, one settings page, the translations. */
const plugin = {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Article Images' });
  },
  bootstrap(app: HostApp) {
    app.addSettingsLink('global', settingsLink);
    const apis = app.getPlugin('content-manager').apis as ContentManagerApis;
    apis.addEditViewSidePanel((panels) =>
      insertAfterActions(panels, ArticleImagesPanelDescription),
    );
  },
  registerTrads: loadTranslations,
};

export default plugin;
