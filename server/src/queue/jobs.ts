import { z } from 'zod';
import { ArticleImagesError } from '../domain/errors';
import { JOB_NAMES, type JobName, type QueueJob } from '../ports/job-queue';

/** documentIds, and whatever else may stand in a Redis key or a SQL text without thought. */
const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

/** BullMQ's largest priority is 2^21; 1 is first. */
const prioritySchema = z.int().min(1).max(2_097_152);

const jobSchema = z.strictObject({
  name: z.enum(JOB_NAMES),
  id: idSchema,
  account: z.string().min(1).max(100).optional(),
  delayMs: z.number().min(0).optional(),
  priority: prioritySchema.optional(),
});

/** What stands in the store: nothing that a key, a prompt or a picture could leak from. */
const payloadSchema = z.strictObject({ id: idSchema });

/** Plans and attachments of all articles share a queue; they call no image service. */
export const RUNS_QUEUE = 'runs';

const invalid = (what: string, error: z.ZodError) =>
  new ArticleImagesError('invalid_request', `${what}: ${z.prettifyError(error)}`);

/** Pictures wait per provider account, because limits are per account. A colon would end the name in Redis. */
export const accountQueue = (account: string): string => `images-${encodeURIComponent(account)}`;

/** Throws `invalid_request` when the job could not be run later. */
export const parseJob = (job: QueueJob): QueueJob => {
  const parsed = jobSchema.safeParse(job);
  if (!parsed.success) throw invalid('This job cannot be queued', parsed.error);
  if (job.name === 'generate-image' && job.account === undefined) {
    const message =
      'This job cannot be queued: generate-image needs the provider account it runs on.';
    throw new ArticleImagesError('invalid_request', message);
  }
  return parsed.data;
};

export const queueOf = (job: QueueJob): string =>
  job.name === 'generate-image' && job.account !== undefined
    ? accountQueue(job.account)
    : RUNS_QUEUE;

/** One job per name and row: adding it again while it waits or runs changes nothing. */
export const jobIdOf = ({ name, id }: Pick<QueueJob, 'name' | 'id'>): string => `${name}-${id}`;

/** Throws `invalid_request` when the store holds something that this version did not write. */
export const parseStoredJob = (job: {
  name: string;
  data: unknown;
}): { name: JobName; id: string } => {
  const name = z.enum(JOB_NAMES).safeParse(job.name);
  if (!name.success) throw invalid('The queue holds a job of an unknown kind', name.error);
  const payload = payloadSchema.safeParse(job.data);
  if (!payload.success) throw invalid(`The queue holds a damaged ${name.data} job`, payload.error);
  return { name: name.data, id: payload.data.id };
};
