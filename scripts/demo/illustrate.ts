import type { RunDto } from '../../shared/contracts/runs';
import type { AdminClient } from '../../test/site/admin-client';
import { createDraft, publish, readDocument, type DocumentRef } from '../../test/site/articles';
import { findPublishRun, startRun, waitForRun } from '../../test/site/runs';
import type { DemoArticle } from './demo-articles';
import { DemoError } from './demo-error';

export type Illustrated = { article: DemoArticle; ref: DocumentRef; run: RunDto; ms: number };

type Watch = (run: RunDto) => void;

const assertCompleted = (article: DemoArticle, run: RunDto): void => {
  if (run.status === 'completed') return;
  const failed = run.images.map((image) => image.error).find((error) => error !== null);
  const error = run.error ?? failed;
  throw new DemoError(
    error?.code ?? 'run_failed',
    `The pictures of "${article.values.title}" ended as ${run.status}: ${error?.message ?? 'no reason recorded'}`,
  );
};

/** Publishes with the edit page's own button; the plugin answers with a run of its own. */
const byPublishing = async (
  admin: AdminClient,
  { article, ref, watch }: { article: DemoArticle; ref: DocumentRef; watch: Watch },
): Promise<RunDto> => {
  await publish(admin, ref, article.values);
  const started = await findPublishRun(admin, ref);
  return waitForRun(admin, started.id, { onProgress: watch });
};

/** Generates on the draft, then publishes what is there now: cover and alternative text are filled in. */
const byGenerating = async (
  admin: AdminClient,
  { article, ref, watch }: { article: DemoArticle; ref: DocumentRef; watch: Watch },
): Promise<RunDto> => {
  const started = await startRun(admin, ref);
  const run = await waitForRun(admin, started.id, { onProgress: watch });
  assertCompleted(article, run);
  const draft = await readDocument(admin, ref);
  const names = Object.keys(article.values);
  const form = [...names, article.coverField, `${article.coverField}Alt`];
  await publish(admin, ref, Object.fromEntries(form.map((name) => [name, draft[name]])));
  return run;
};

/** Writes an article, presses the button and waits for its pictures. Throws when one of them failed. */
export const illustrate = async (
  admin: AdminClient,
  article: DemoArticle,
  watch: Watch,
): Promise<Illustrated> => {
  const { uid, locale, values } = article;
  const ref = await createDraft(admin, { uid, locale, values });
  const startedAt = Date.now();
  const press = article.press === 'publish' ? byPublishing : byGenerating;
  const run = await press(admin, { article, ref, watch });
  assertCompleted(article, run);
  return { article, ref, run, ms: Date.now() - startedAt };
};
