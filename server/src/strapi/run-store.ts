import type { Core, UID } from '@strapi/strapi';
import { ACTIVE_RUN_STATUSES, PLUGIN_ID, type ImageStatus } from '../../../shared/vocabulary';
import { ArticleImagesError } from '../domain/errors';
import { isActiveRun } from '../domain/runs/run-state';
import type { ArticleRef } from '../domain/article/article';
import type { GenerationRun, ImageRow, NewImage, RunStore } from '../ports/stores';
import { parseImage, parseRun } from './rows';

const RUN_UID = `plugin::${PLUGIN_ID}.generation-run` as UID.ContentType;
const IMAGE_UID = `plugin::${PLUGIN_ID}.image` as UID.ContentType;

const UNMADE: ImageStatus[] = ['pending', 'submitting', 'submitted', 'received'];

const articleColumns = ({ uid, documentId, locale }: ArticleRef) => ({
  articleUid: uid,
  articleDocumentId: documentId,
  articleLocale: locale ?? '',
});

const activeKeyOf = (article: ArticleRef): string =>
  `${article.uid}|${article.documentId}|${article.locale ?? ''}`;

/** Columns of a partial run or image; the article and the id never change. */
const columnsOf = (
  changes: Partial<GenerationRun> | Partial<ImageRow>,
): Record<string, unknown> => {
  const columns: Record<string, unknown> = { ...changes };
  for (const fixed of ['id', 'article', 'createdAt', 'updatedAt']) delete columns[fixed];
  return columns;
};

/** The run keeps the article's lock exactly as long as it is active. */
const runColumns = (changes: Partial<GenerationRun>, article?: ArticleRef) => ({
  ...columnsOf(changes),
  ...(changes.status === undefined
    ? {}
    : isActiveRun(changes.status)
      ? article
        ? { activeKey: activeKeyOf(article) }
        : {}
      : { activeKey: null }),
});

const imageColumns = (changes: Partial<ImageRow>) => {
  const columns = columnsOf(changes);
  if (changes.file !== undefined) columns.file = changes.file?.id ?? null;
  return columns;
};

const slotKey = (image: NewImage): string => `${image.runId}|${image.role}|${image.position}`;

const newImageColumns = ({ article, ...image }: NewImage) => ({
  ...image,
  ...articleColumns(article),
  slotKey: slotKey({ article, ...image }),
  status: 'pending',
  attempts: 0,
  recoveries: 0,
  costBasis: 'none',
  warnings: [],
});

/** Runs and images in the plugin's own tables, through Strapi's query engine: no document events, no hooks. */
export const createRunStore = ({ strapi }: { strapi: Core.Strapi }): RunStore => {
  const runs = () => strapi.db.query(RUN_UID);
  const images = () => strapi.db.query(IMAGE_UID);
  const withFile = { file: true };

  const findRun = async (id: string) => {
    const row = await runs().findOne({ where: { documentId: id } });
    return row ? parseRun(row) : null;
  };
  const findImage = async (id: string) => {
    const row = await images().findOne({ where: { documentId: id }, populate: withFile });
    return row ? parseImage(row) : null;
  };
  const mustFind = async <T>(found: Promise<T | null>, what: string): Promise<T> => {
    const value = await found;
    if (value === null) throw new ArticleImagesError('run_not_found', `${what} no longer exists.`);
    return value;
  };
  const findImages = async (where: Record<string, unknown>) => {
    const rows = await images().findMany({
      where,
      populate: withFile,
      orderBy: { position: 'asc' },
    });
    return rows.map(parseImage);
  };

  return {
    findRun,
    findImage,

    async createRun({ article, ...run }) {
      try {
        const row = await runs().create({
          data: {
            ...run,
            ...articleColumns(article),
            activeKey: activeKeyOf(article),
            status: 'queued',
            phase: 'init',
            percent: 0,
            costBasis: 'none',
            tokens: { input: 0, output: 0 },
            steps: [],
            warnings: [],
            isDismissed: false,
            recoveries: 0,
          },
        });
        return parseRun(row);
      } catch (cause) {
        const active = await runs().findOne({ where: { activeKey: activeKeyOf(article) } });
        if (!active) throw cause;
        throw new ArticleImagesError(
          'run_in_progress',
          'This article already has a run under way.',
          {
            details: { runId: parseRun(active).id },
            cause,
          },
        );
      }
    },

    async findActiveRun(article) {
      const row = await runs().findOne({ where: { activeKey: activeKeyOf(article) } });
      return row ? parseRun(row) : null;
    },

    async findLatestRun(article) {
      const [row] = await runs().findMany({
        where: articleColumns(article),
        orderBy: { id: 'desc' },
        limit: 1,
      });
      return row ? parseRun(row) : null;
    },

    async listActiveRuns() {
      const rows = await runs().findMany({
        where: { status: { $in: [...ACTIVE_RUN_STATUSES] } },
        orderBy: { id: 'asc' },
      });
      return rows.map(parseRun);
    },

    async updateRun(id, changes) {
      const article = (await mustFind(findRun(id), 'The run')).article;
      await runs().update({ where: { documentId: id }, data: runColumns(changes, article) });
      return mustFind(findRun(id), 'The run');
    },

    async moveRun(id, from, changes) {
      const article = (await findRun(id))?.article;
      const { count } = await runs().updateMany({
        where: { documentId: id, status: { $in: from } },
        data: runColumns(changes, article),
      });
      return count === 1;
    },

    async addStep(id, step) {
      const run = await findRun(id);
      if (!run) return;
      await runs().update({ where: { documentId: id }, data: { steps: [...run.steps, step] } });
    },

    async createImages(newImages) {
      // All or none: half a plan would pass for the whole one after a crash.
      await strapi.db.transaction(async () => {
        for (const image of newImages) {
          const where = { slotKey: slotKey(image) };
          if (await images().findOne({ where })) continue;
          await images().create({ data: newImageColumns(image) });
        }
      });
      return newImages[0] ? findImages({ runId: newImages[0].runId }) : [];
    },

    listImages: (runId) => findImages({ runId }),

    listUnmadeImages: () => findImages({ status: { $in: UNMADE } }),

    listArticleImages: (article) =>
      findImages({
        ...articleColumns(article),
        status: { $in: ['stored', 'attached', 'ready'] },
      }),

    async updateImage(id, changes) {
      await images().update({ where: { documentId: id }, data: imageColumns(changes) });
      return mustFind(findImage(id), 'The image');
    },

    async moveImage(id, from, changes, leaseOwner) {
      const { file, ...columns } = imageColumns(changes);
      const where = {
        documentId: id,
        status: { $in: from },
        ...(leaseOwner ? { leaseOwner } : {}),
      };
      const move = async (): Promise<boolean> => {
        const { count } = await images().updateMany({ where, data: columns });
        return count === 1;
      };
      if (file === undefined) return move();
      // A media relation cannot be part of the compare-and-set: both are written, or neither.
      return strapi.db.transaction(async () => {
        const isMine = await move();
        if (isMine) await images().update({ where: { documentId: id }, data: { file } });
        return isMine;
      });
    },

    async leaseImage(id, owner, untilMs) {
      const { count } = await images().updateMany({
        where: {
          documentId: id,
          $or: [{ leaseOwner: { $null: true } }, { leaseUntil: { $lt: new Date() } }],
        },
        data: { leaseOwner: owner, leaseUntil: new Date(untilMs) },
      });
      return count === 1;
    },

    async renewLease(id, owner, untilMs) {
      const { count } = await images().updateMany({
        where: { documentId: id, leaseOwner: owner },
        data: { leaseUntil: new Date(untilMs) },
      });
      return count === 1;
    },
  };
};
