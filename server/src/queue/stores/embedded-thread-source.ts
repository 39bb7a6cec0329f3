/**
 * What the embedded store's thread runs. A string, because the plugin's server half is one bundled file and a thread
 * cannot be given a part of a file. CommonJS, Node 20.
 *
 * In: `{ id, text, params }`. Out: `{ opened: true | error }` once, `{ id, rows, rowCount | error }` per statement,
 * `{ channel, payload }` per NOTIFY and `{ trouble }` when cleaning up failed.
 */
export const EMBEDDED_THREAD_SOURCE = `
const { parentPort, workerData } = require('node:worker_threads');
const { brotliDecompressSync } = require('node:zlib');
const { PGlite } = require(workerData.pglite);

// Bigints as strings, as pg gives them: BullMQ converts them itself.
const INT8 = 20;

const asFacts = ({ message, code, detail, constraint }) => ({ message, code, detail, constraint });

const open = async () => {
  const { dataDir, seed, postgresqlconf, initDbStartParams } = workerData;
  const from = seed ? { loadDataDir: new Blob([brotliDecompressSync(seed)]) } : { initDbStartParams, postgresqlconf };
  const database = await PGlite.create({ dataDir, parsers: { [INT8]: (value) => value }, ...from });
  database.onNotification((channel, payload) => parentPort.postMessage({ channel, payload }));
  return database;
};

const opening = open();
opening.then(
  () => parentPort.postMessage({ opened: true }),
  (error) => parentPort.postMessage({ opened: asFacts(error) }),
);

// No background process cleans up here: without this, dead rows and WAL would grow with every job.
let statements = 0;
const maintain = async (database) => {
  statements += 1;
  if (statements % workerData.maintenanceEvery !== 0) return;
  try {
    await database.exec('VACUUM');
    await database.exec('CHECKPOINT');
  } catch (error) {
    parentPort.postMessage({ trouble: asFacts(error) });
  }
};

const execute = async (database, text, params) => {
  if (params.length > 0) return database.query(text, params);
  const results = await database.exec(text);
  return results[results.length - 1] ?? { rows: [] };
};

parentPort.on('message', async ({ id, text, params }) => {
  try {
    const database = await opening;
    const { rows, affectedRows } = await execute(database, text, params);
    parentPort.postMessage({ id, rows, rowCount: affectedRows || rows.length });
    await maintain(database);
  } catch (error) {
    parentPort.postMessage({ id, error: asFacts(error) });
  }
});
`;
