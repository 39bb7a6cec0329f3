import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { AdminClient } from '../../test/site/admin-client';
import { readDocument, type SavedDocument } from '../../test/site/articles';
import { bodyPictures, type BodyPicture } from '../../test/site/body-pictures';
import { DemoError } from './demo-error';
import type { Illustrated } from './illustrate';

type Picture = { file: string; size: string; alt: string };

export type ArticleReport = {
  uid: string;
  documentId: string;
  locale: string;
  format: string;
  title: string;
  featured: Picture;
  inArticle: (Picture & { position: number; anchor: string | null })[];
  runId: string;
  ms: number;
};

const normal = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

const claim = (holds: boolean, sentence: string): void => {
  if (!holds) throw new DemoError('claim_failed', sentence);
};

/** Finds the uploaded file behind an address and decodes it: a picture that cannot be read is none. */
const readPicture = async ({
  appDir,
  url,
  alt,
}: {
  appDir: string;
  url: string;
  alt: string;
}): Promise<Picture> => {
  const { pathname } = new URL(url, 'http://localhost');
  const file = join(appDir, 'public', pathname);
  claim(existsSync(file), `The document points to ${url}, but ${file} does not exist.`);
  claim(alt.trim() !== '', `The picture ${url} has no alternative text.`);
  const { info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return { file, size: `${info.width}x${info.height}`, alt };
};

type Cover = { url: string; alternativeText: string | null };

const readFeatured = async ({
  appDir,
  illustrated: { article, run },
  document,
}: Reading): Promise<Picture> => {
  const cover = document[article.coverField] as Cover | null;
  const ordered = run.images.find(({ role }) => role === 'featured');
  const title = article.values.title;
  claim(cover !== null, `"${title}" has no picture in ${article.coverField}.`);
  claim(
    cover?.url === ordered?.file?.url,
    `"${title}" holds another cover than the run says it attached.`,
  );
  return readPicture({ appDir, url: cover?.url ?? '', alt: cover?.alternativeText ?? '' });
};

const assertInPlace = (
  title: string,
  found: BodyPicture | undefined,
  heading: string | null,
): BodyPicture => {
  if (!found) throw new DemoError('claim_failed', `The body of "${title}" lacks a picture.`);
  const isRight = heading === null || normal(found.heading) === normal(heading);
  claim(
    isRight,
    `In "${title}" a picture meant for "${heading}" stands under "${found.heading ?? 'no heading'}".`,
  );
  return found;
};

const readInArticle = async ({
  appDir,
  illustrated: { article, run },
  document,
}: Reading): Promise<ArticleReport['inArticle']> => {
  const { title } = article.values;
  const found = bodyPictures(article.format, document[article.bodyField]);
  const ordered = run.images.filter(({ role }) => role === 'in_article');
  claim(ordered.length > 0, `The run made no picture for the body of "${title}".`);
  claim(
    found.length === ordered.length,
    `The body of "${title}" holds ${found.length} pictures, not ${ordered.length}.`,
  );
  return Promise.all(
    ordered.map(async (image) => {
      const match = found.find(({ url }) => url.endsWith(image.file?.url ?? '\0'));
      const { url, alt, heading } = assertInPlace(title, match, image.heading);
      const picture = await readPicture({ appDir, url, alt });
      return { position: image.position, ...picture, anchor: heading };
    }),
  );
};

type Reading = { appDir: string; illustrated: Illustrated; document: SavedDocument };

/**
 * Reads the published article back and says what stands in it. Throws `claim_failed` when the document and the files
 * on disk do not hold what the run says.
 */
export const readBack = async (
  admin: AdminClient,
  { appDir, illustrated }: { appDir: string; illustrated: Illustrated },
): Promise<ArticleReport> => {
  const { article, ref, run, ms } = illustrated;
  const document = await readDocument(admin, ref, 'published');
  const reading = { appDir, illustrated, document };
  return {
    uid: ref.uid,
    documentId: ref.documentId,
    locale: article.locale,
    format: article.format,
    title: article.values.title,
    featured: await readFeatured(reading),
    inArticle: await readInArticle(reading),
    runId: run.id,
    ms,
  };
};
