import type { ArticleImagesError } from '../domain/errors';

/** The jobs whose handlers run in this process, and the switch of each. */
export type RunningJobs = ReturnType<typeof createRunningJobs>;

export const createRunningJobs = () => {
  const controllers = new Map<string, AbortController>();

  /** False when the job does not run here. `reason` becomes `signal.reason`. */
  const abort = (jobId: string, reason: ArticleImagesError): boolean => {
    const controller = controllers.get(jobId);
    controller?.abort(reason);
    return controller !== undefined;
  };

  return {
    start: (jobId: string): AbortSignal => {
      const controller = new AbortController();
      controllers.set(jobId, controller);
      return controller.signal;
    },
    /** Takes the signal: after a lost lock the same job may already run again under the same id. */
    end: (jobId: string, signal: AbortSignal): void => {
      if (controllers.get(jobId)?.signal === signal) controllers.delete(jobId);
    },
    ids: () => [...controllers.keys()],
    abort,
    abortAll: (reason: ArticleImagesError): void => {
      for (const jobId of controllers.keys()) abort(jobId, reason);
    },
  };
};
