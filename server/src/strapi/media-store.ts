import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import type { MediaFile } from '../domain/article/media-file';
import { ArticleImagesError } from '../domain/errors';
import type { MediaStore } from '../ports/stores';
import { mediaFileName, mediaFileSuffix } from './media-file-name';
import { parseMediaFile } from './media-file-row';
import { createMediaFolder } from './media-folder';

type NewFile = Parameters<MediaStore['store']>[0];

const FILE_UID = 'plugin::upload.file';

const uploadFailed = (cause: unknown): ArticleImagesError => {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ArticleImagesError(
    'upload_failed',
    `The Media Library did not take the picture: ${reason}. It is kept; try again when the upload provider answers.`,
    { cause },
  );
};

/**
 * Files of the Media Library, through Strapi's upload service: it makes the formats and calls the upload provider.
 * `tmpDir` holds each picture while it is handed over.
 */
export const createMediaStore = ({
  strapi,
  tmpDir,
}: {
  strapi: Core.Strapi;
  tmpDir: string;
}): MediaStore => {
  const files = () => strapi.db.query(FILE_UID);
  const folderId = createMediaFolder({ strapi });

  /** A user who was deleted meanwhile must not cost the picture. */
  const findUser = async (userId: number | null): Promise<{ id: number } | undefined> => {
    if (userId === null) return undefined;
    const user = await strapi.db.query('admin::user').findOne({ where: { id: userId } });
    return user ? { id: userId } : undefined;
  };

  const findStored = async (image: NewFile): Promise<MediaFile | null> => {
    const row = await files().findOne({ where: { name: { $endsWith: mediaFileSuffix(image) } } });
    return row ? parseMediaFile(row) : null;
  };

  /** What this upload put there, and what one that was killed left behind. */
  const removeTemporary = async ({ imageId }: NewFile): Promise<void> => {
    const names = await readdir(tmpDir);
    for (const name of names.filter((one) => one.startsWith(`${imageId}-`))) {
      await rm(join(tmpDir, name), { force: true });
    }
  };

  const upload = async (image: NewFile, filepath: string): Promise<MediaFile> => {
    const name = mediaFileName(image);
    const { alternativeText, caption } = image;
    const [row] = await strapi
      .plugin('upload')
      .service('upload')
      .upload(
        {
          data: { fileInfo: { name, alternativeText, caption, folder: await folderId() } },
          files: {
            filepath,
            originalFilename: name,
            mimetype: image.mediaType,
            size: image.bytes.length,
          },
        },
        { user: await findUser(image.userId) },
      );
    return parseMediaFile(row);
  };

  return {
    async store(image) {
      const temporary = join(tmpDir, `${image.imageId}-${randomUUID()}`);
      await mkdir(tmpDir, { recursive: true }).catch((error: unknown) => {
        throw uploadFailed(error);
      });
      try {
        const stored = await findStored(image);
        if (stored) return stored;
        await writeFile(temporary, image.bytes);
        return await upload(image, temporary);
      } catch (error) {
        throw uploadFailed(error);
      } finally {
        await removeTemporary(image);
      }
    },

    async find(id) {
      const row = await files().findOne({ where: { id } });
      return row ? parseMediaFile(row) : null;
    },
  };
};
