import { SchemaVersionMismatchError, UnsupportedPostgresVersionError } from 'bullmq';
import type { PoolConfig } from 'pg';
import { ArticleImagesError } from '../../domain/errors';
import { redactUrls } from '../redact-urls';

const KEPT = 'The work is kept and runs when it is back.';

const addressOf = ({ connectionString, host, port, database }: PoolConfig): string => {
  if (connectionString) return redactUrls(connectionString);
  return `${host ?? 'localhost'}:${port ?? 5432}/${database ?? ''}`;
};

const sqlStateOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Class 08, the three ways a server goes down, and no room for one more connection. */
const CONNECTION_STATES = /^(08...|57P0[123]|53300)$/;
/** The digit tells it from EPIPE. */
const SQL_STATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** True when the statement was not refused but the connection failed: what has no SQL state never reached PostgreSQL. */
export const isConnectionLoss = (error: unknown): error is Error => {
  if (!(error instanceof Error) || error instanceof TypeError) return false;
  const state = sqlStateOf(error);
  // BM001 is BullMQ's own word on a job that is gone or held by another.
  return !SQL_STATE.test(state) || CONNECTION_STATES.test(state);
};

/** What to do, by PostgreSQL's error code. Null where only PostgreSQL's own words help. */
const adviceFor = (
  sqlState: string,
  { schema, user }: { schema: string; user: string },
): string | null => {
  switch (sqlState) {
    case '42501':
    case '3F000':
      return (
        `${user} may not make or use the schema "${schema}". Let an administrator run: ` +
        `GRANT CREATE ON DATABASE … TO …; or set the queue store to "embedded" or "redis".`
      );
    case '28P01':
    case '28000':
      return `${user} was refused. Correct the user name and password of the queue's database.`;
    case '3D000':
      return 'The database does not exist. Create it or correct its name.';
    case '53300':
      return 'All its connections are taken. Raise max_connections or run fewer workers.';
    default:
      return null;
  }
};

/** An outage or a refusal of PostgreSQL as `queue_down`, in words an operator can act on and without the password. */
export const postgresDown = ({
  cause,
  config,
  schema,
}: {
  cause: unknown;
  config: PoolConfig;
  schema: string;
}): ArticleImagesError => {
  const said = redactUrls(cause instanceof Error ? cause.message : String(cause));
  const where = `PostgreSQL at ${addressOf(config)}`;
  const isVersion =
    cause instanceof SchemaVersionMismatchError || cause instanceof UnsupportedPostgresVersionError;
  const user = config.user ? `The user "${config.user}"` : 'Its user';
  const advice = isVersion ? null : adviceFor(sqlStateOf(cause), { schema, user });
  const next = advice ?? (isVersion ? '' : `Start it or correct the queue's address. ${KEPT}`);
  const message = `${where} cannot keep the queue (${said}). ${next}`.trim();
  return new ArticleImagesError('queue_down', message, { cause });
};
