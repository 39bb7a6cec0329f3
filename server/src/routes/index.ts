import { PERMISSIONS } from '../../../shared/permissions';

const signedIn = 'admin::isAuthenticatedAdmin';

const route = (method: string, path: string, handler: string, actions: string[] = []) => ({
  method,
  path,
  handler,
  config: {
    policies:
      actions.length > 0
        ? [signedIn, { name: 'admin::hasPermissions', config: { actions } }]
        : [signedIn],
  },
});

/**
 * Rights over an article depend on its content type, locale and conditions, so the routes of runs only ask for a
 * signed-in person and their controllers check the right on the article itself.
 */
const admin = [
  route('GET', '/context', 'settings.context'),
  route('POST', '/estimate', 'runs.estimate'),
  route('POST', '/runs', 'runs.start'),
  route('GET', '/runs/:id', 'runs.find'),
  route('POST', '/runs/:id/cancel', 'runs.cancel'),
  route('POST', '/runs/:id/retry', 'runs.retry'),
  route('POST', '/runs/:id/attach', 'runs.attach'),
  route('POST', '/runs/:id/dismiss', 'runs.dismiss'),
  route('POST', '/placements', 'runs.place'),
  route('POST', '/confirm', 'runs.confirm'),
  route('POST', '/missing/accept', 'runs.acceptMissing'),
  route('GET', '/settings', 'settings.read', [PERMISSIONS.settingsRead]),
  route('PUT', '/settings', 'settings.update', [PERMISSIONS.settingsUpdate]),
  route('GET', '/providers', 'settings.providers', [PERMISSIONS.settingsRead]),
];

/** For API tokens and Users & Permissions roles; nothing is public unless a site grants it. */
const contentApi = [
  { method: 'POST', path: '/runs', handler: 'content-api.start' },
  { method: 'GET', path: '/runs/:id', handler: 'content-api.find' },
];

export const routes = {
  admin: { type: 'admin', routes: admin },
  'content-api': { type: 'content-api', routes: contentApi },
};
