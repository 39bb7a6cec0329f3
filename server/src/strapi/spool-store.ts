import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ArticleImagesError } from '../domain/errors';
import type { SpoolStore } from '../ports/stores';

const EXTENSION = '.image';
const SAFE_ID = /^[a-z0-9_-]+$/i;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** An id becomes part of a path: anything that could leave the folder is refused. */
const assertSafe = (imageId: string): void => {
  if (SAFE_ID.test(imageId)) return;
  throw new ArticleImagesError('internal', `"${imageId}" cannot name a file in the spool.`, {
    isRetryable: false,
    charged: 'no',
  });
};

const writeSynced = async (path: string, bytes: Buffer): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Windows cannot open a folder to sync it; there the rename alone has to do. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

type FailedWrite = { directory: string; imageId: string; cause: unknown };

const notWritten = ({ directory, imageId, cause }: FailedWrite): ArticleImagesError =>
  new ArticleImagesError(
    'internal',
    `The picture was received but could not be kept in ${directory}: ${messageOf(cause)}. Check the folder's free space and rights.`,
    { charged: 'yes', details: { imageId }, cause },
  );

/**
 * Pictures as `<image id>.<sha256>.image` in one folder: the name says what the bytes must be. Bytes that do not
 * match any more are reported as `bad_output`, never handed out and never mistaken for "nothing was received".
 */
export const createSpoolStore = ({ directory }: { directory: string }): SpoolStore => {
  const allNames = (): Promise<string[]> =>
    readdir(directory).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });

  const namesOf = async (imageId: string): Promise<string[]> => {
    assertSafe(imageId);
    return (await allNames()).filter((name) => name.startsWith(`${imageId}.`));
  };

  const removeAll = async (names: string[]): Promise<void> => {
    for (const name of names) await rm(join(directory, name), { force: true });
  };

  return {
    async write(imageId, bytes) {
      assertSafe(imageId);
      const name = `${imageId}.${sha256(bytes)}${EXTENSION}`;
      const temporary = join(directory, `${imageId}.${randomUUID()}.part`);
      try {
        await mkdir(directory, { recursive: true });
        const earlier = await namesOf(imageId);
        await writeSynced(temporary, bytes);
        await rename(temporary, join(directory, name));
        await syncFolder(directory);
        await removeAll(earlier.filter((other) => other !== name));
      } catch (cause) {
        // The first failure is the one to report; what it leaves behind goes with the next write.
        await removeAll([basename(temporary)]).catch(() => undefined);
        throw notWritten({ directory, imageId, cause });
      }
    },

    async read(imageId) {
      const names = (await namesOf(imageId)).filter((name) => name.endsWith(EXTENSION));
      if (names.length === 0) return null;
      for (const name of names) {
        const bytes = await readFile(join(directory, name));
        if (name === `${imageId}.${sha256(bytes)}${EXTENSION}`) return bytes;
      }
      throw new ArticleImagesError(
        'bad_output',
        `The picture was received, but its file in ${directory} is damaged. Ask for this picture again.`,
        { isRetryable: false, charged: 'yes', details: { imageId } },
      );
    },

    async remove(imageId) {
      await removeAll(await namesOf(imageId));
    },

    async list() {
      const ids = (await allNames()).map((name) => name.split('.')[0] ?? '');
      return [...new Set(ids)].filter((id) => SAFE_ID.test(id));
    },
  };
};
