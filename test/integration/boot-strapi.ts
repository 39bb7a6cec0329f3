import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { copyHostApp, freePort, removeFolder } from './harness/app-folder';
import { assertBuiltPlugin } from './harness/built-plugin';
import { createClients } from './harness/clients';
import { createTestDatabase, type DatabaseKind } from './harness/test-database';
import {
  keepingProcessListeners,
  useEnvironment,
  withoutSignalHandlers,
} from './harness/process-guards';

const DEFAULT_DATABASE: DatabaseKind =
  process.env.TEST_STRAPI_DATABASE === 'postgres' ? 'postgres' : 'sqlite';

type BootOptions = {
  /** Names the folder of the copy: `.test/<name>-<random>`. */
  name: string;
  /** Variables of the host app (see its README). Empty or absent ones count as unset. */
  env?: Record<string, string | undefined>;
  /** True starts Strapi's own http server, and with it the plugin's workers. */
  listen?: boolean;
  /** False boots without the plugin, for tests of single adapters; no bundle is needed then. */
  withPlugin?: boolean;
  /** Strapi's own database; SQLite unless `TEST_STRAPI_DATABASE=postgres` asks for the whole suite on PostgreSQL. */
  database?: DatabaseKind;
  /** A folder that an earlier app was destroyed with `keepFolder` in: the app starts again on its data. */
  appDir?: string;
};

export type BootedStrapi = Awaited<ReturnType<typeof bootStrapi>>;

const environmentOf = (options: BootOptions, appDir: string, port: number) => ({
  ENV_PATH: join(appDir, '.env'),
  NODE_ENV: 'test',
  STRAPI_TELEMETRY_DISABLED: 'true',
  LOG_LEVEL: 'error',
  STARTUP_LOG: 'false',
  HOST: '127.0.0.1',
  PORT: String(port),
  ARTICLE_IMAGES_ENABLED: String(options.withPlugin ?? true),
  ...options.env,
});

const loadStrapi = async (appDir: string): Promise<Core.Strapi> => {
  const strapiPackage: typeof import('@strapi/strapi') = createRequire(
    join(appDir, 'package.json'),
  )('@strapi/strapi');
  const strapi = withoutSignalHandlers(() =>
    strapiPackage.createStrapi({ appDir, distDir: appDir, serveAdminPanel: false }),
  );
  await strapi.load();
  return strapi;
};

/** A server of our own over the same app: Strapi's stays silent, so that nothing that waits for it starts. */
const serveQuietly = async (strapi: Core.Strapi): Promise<{ server: Server; url: string }> => {
  strapi.server.mount();
  const server = createServer(strapi.server.app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const closeServer = (server: Server | null): Promise<void> =>
  new Promise((resolve) => {
    if (!server) return resolve();
    server.closeAllConnections();
    server.close(() => resolve());
  });

/**
 * Copies the host app, gives it a fresh database and boots real Strapi in this process. One app at a time.
 * Strapi loads the built plugin: a missing or stale bundle throws and names the command that makes it.
 */
export const bootStrapi = async (options: BootOptions) => {
  if (options.withPlugin ?? true) assertBuiltPlugin();
  const appDir = options.appDir ?? copyHostApp(options.name);
  const port = await freePort();
  const database = await createTestDatabase(appDir, options.database ?? DEFAULT_DATABASE);
  const restoreEnvironment = useEnvironment({
    ...database.variables,
    ...environmentOf(options, appDir, port),
  });
  const cleanUp = async (keepFolder: boolean) => {
    restoreEnvironment();
    if (keepFolder) return;
    removeFolder(appDir);
    await database.remove();
  };
  const strapi = await loadStrapi(appDir).catch(async (error: unknown) => {
    await cleanUp(options.appDir !== undefined);
    throw error;
  });
  let own: Server | null = null;
  let url = `http://127.0.0.1:${port}`;
  if (options.listen) await strapi.listen();
  else ({ server: own, url } = await serveQuietly(strapi));

  return {
    strapi,
    url,
    appDir,
    ...createClients({ strapi, url }),
    async destroy({ keepFolder = false } = {}): Promise<void> {
      await closeServer(own);
      await keepingProcessListeners(() => strapi.destroy());
      await cleanUp(keepFolder);
    },
  };
};
