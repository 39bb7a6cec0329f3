import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project-root';

/** Copies the host app to `.test/<name>-<random>` inside the project, where it finds its packages. */
export const copyHostApp = (name: string): string => {
  const folder = join(PROJECT_ROOT, '.test', `${name}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  cpSync(join(PROJECT_ROOT, 'test/host-app'), folder, { recursive: true });
  return folder;
};

export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
