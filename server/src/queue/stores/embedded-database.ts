/** How the embedded PostgreSQL is made: small, because it holds a few hundred short rows and nothing worth keeping. */

/** `-c` reaches initdb's own trial starts too: without it they take 128 MB of buffers. */
export const INITDB_PARAMS = ['--wal-segsize=1', '-c', 'shared_buffers=1MB'];

export const POSTGRES_CONF = [
  'shared_buffers = 1MB',
  'wal_buffers = 64kB',
  'wal_level = minimal',
  'max_wal_senders = 0',
  'min_wal_size = 2MB',
  'max_wal_size = 4MB',
  'full_page_writes = off',
  'fsync = off',
];

/** About 250 jobs. VACUUM and CHECKPOINT then take some 20 ms. */
export const MAINTENANCE_EVERY_STATEMENTS = 2_000;

/** Nothing on disk: no folder, no lock between processes, nothing that a crash can corrupt. */
export const DATA_DIR = 'memory://';
