/**
 * `node --import tsx scripts/build-embedded-seed.mjs [file]`: writes the embedded queue's prepared data directory, by
 * default beside the built server half. Run after every build: it holds BullMQ's schema in PGlite's file format.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { runMigrations } from 'bullmq';
import { INITDB_PARAMS, POSTGRES_CONF } from '../server/src/queue/stores/embedded-database.ts';
import { EMBEDDED_SEED_FILE } from '../server/src/queue/stores/embedded-seed.ts';

const file = process.argv[2] ?? join('dist', 'server', EMBEDDED_SEED_FILE);

const database = await PGlite.create({
  dataDir: 'memory://',
  initDbStartParams: INITDB_PARAMS,
  postgresqlconf: POSTGRES_CONF,
});

const query = async (text, params = []) => {
  if (params.length > 0) return database.query(text, params);
  return (await database.exec(text)).at(-1) ?? { rows: [] };
};
await runMigrations({ query });

// Two thirds of a new cluster are templates for databases that nobody makes here.
for (const template of ['template0', 'template1']) {
  await database.exec(`UPDATE pg_database SET datistemplate = false WHERE datname = '${template}'`);
  await database.exec(`DROP DATABASE ${template}`);
}
await database.exec('VACUUM');
// Each round drops one of the log files that the steps above filled; what travels is loaded into memory every time.
await database.exec('SET wal_recycle = off');
for (let round = 0; round < 6; round += 1) {
  await database.exec('SELECT pg_switch_wal()');
  await database.exec('CHECKPOINT');
}

const archive = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer());
const seed = brotliCompressSync(archive, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  },
});
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, seed);
await database.close();
console.log(`${file}: ${(seed.length / 1e6).toFixed(2)} MB`);
