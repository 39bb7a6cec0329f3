import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PLUGIN_ID } from '../../../shared/vocabulary';

const FOLDER_UID = 'plugin::upload.folder';
const FOLDER_NAME = 'Article images';
const ATTEMPTS = 8;
const PAUSE_MS = 25;

const folderRow = z.object({ id: z.number() });
const stored = z.object({ folderId: z.number() });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The folder "Article images" of the Media Library, made once. It is remembered by id: an admin may rename or move it.
 * Two processes may make it at the same moment, and Strapi numbers folders by hand (`pathId`), so a refused creation
 * is tried again and the older of two folders stays.
 */
export const createMediaFolder = ({ strapi }: { strapi: Core.Strapi }) => {
  const folders = () => strapi.db.query(FOLDER_UID);
  const service = () => strapi.plugin('upload').service('folder');
  const memory = () =>
    strapi.get('coreStore')({ type: 'plugin', name: PLUGIN_ID, key: 'media-folder' });

  const findRemembered = async (): Promise<number | null> => {
    const remembered = stored.safeParse(await memory().get({}));
    if (!remembered.success) return null;
    const { folderId: id } = remembered.data;
    return (await folders().findOne({ where: { id } })) ? id : null;
  };

  const findByName = async (): Promise<number | null> => {
    const [oldest] = await folders().findMany({
      where: { name: FOLDER_NAME, parent: null },
      orderBy: { id: 'asc' },
      limit: 1,
    });
    return oldest ? folderRow.parse(oldest).id : null;
  };

  const create = async (): Promise<number> => {
    const { id } = folderRow.parse(await service().create({ name: FOLDER_NAME, parent: null }));
    const oldest = (await findByName()) ?? id;
    if (oldest !== id) await folders().delete({ where: { id } });
    return oldest;
  };

  const createPatiently = async (attempt = 1): Promise<number> => {
    try {
      return await create();
    } catch (error) {
      const made = await findByName();
      if (made !== null) return made;
      if (attempt >= ATTEMPTS) throw error;
      await pause(PAUSE_MS * attempt * (1 + Math.random()));
      return createPatiently(attempt + 1);
    }
  };

  const findOrCreate = async (): Promise<number> => {
    const remembered = await findRemembered();
    if (remembered !== null) return remembered;
    const folderId = (await findByName()) ?? (await createPatiently());
    await memory().set({ value: { folderId } });
    return folderId;
  };

  let underWay: Promise<number> | null = null;

  /** The folder's id; callers at the same moment share one look-up. */
  return (): Promise<number> => {
    underWay ??= findOrCreate().finally(() => {
      underWay = null;
    });
    return underWay;
  };
};
