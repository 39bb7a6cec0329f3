/**
 * `npm run provision`: makes Chromium, PostgreSQL and Redis available to the tests. Uses what runs or is installed, else
 * installs it with apt-get and starts instances of our own under .cache/services. May be called again at any time.
 * `npm run provision -- --stop` ends those instances. Uses Node built-ins only.
 */
import { join } from 'node:path';
import { provideChromium } from './services/chromium.mjs';
import { providePostgres, stopPostgres } from './services/postgres.mjs';
import { provideRedis, stopRedis } from './services/redis.mjs';
import { writeServices } from './services/services-env.mjs';

const SERVICES = join('.cache', 'services');
const postgres = { folder: join(SERVICES, 'postgres') };
const redis = { folder: join(SERVICES, 'redis') };

const provide = async () => {
  const variables = {};
  const problems = [];
  const parts = [provideChromium, () => providePostgres(postgres), () => provideRedis(redis)];
  for (const part of parts) {
    try {
      Object.assign(variables, await part());
    } catch (error) {
      problems.push(error.message);
    }
  }
  console.log(`Written to ${writeServices(variables)}`);
  for (const problem of problems) console.error(`\n${problem}`);
  return problems.length === 0;
};

if (process.argv.includes('--stop')) {
  stopPostgres(postgres);
  stopRedis(redis);
} else {
  process.exitCode = (await provide()) ? 0 : 1;
}
