import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import type { ArticleRef, DocumentValues, FieldMapping } from '../domain/article/article';
import { readArticle } from '../domain/article/read-article';
import type { ContentTypeSchema } from '../domain/article/schema';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import type { ArticleStore, ContentTypeSettings, DraftWrite } from '../ports/stores';
import {
  componentSchemas,
  findContentType,
  isLocalized,
  usesDraftAndPublish,
} from './content-type-schemas';
import { ownWritesOf } from './own-writes';
import { populateMapping, writableAttributes } from './populate-mapping';
import { refusedByStrapi } from './refused-by-strapi';
import { writableValue } from './writable-value';

type Settings = (uid: string) => Promise<ContentTypeSettings | null>;
type MappedType = { contentType: ContentTypeSchema; mapping: FieldMapping };

const version = z.object({
  updatedAt: z
    .union([z.string(), z.number(), z.date()])
    .transform((value) => new Date(value).toISOString()),
});
const versions = z.array(version.extend({ locale: z.string() }));
const publishedEntries = z.object({ entries: z.array(version) });

const touchedVersions = (
  before: Map<string, string>,
  after: Map<string, string>,
): DraftWrite['otherLocales'] =>
  [...before].flatMap(([locale, was]) => {
    const is = after.get(locale);
    return is === undefined || is === was ? [] : [{ locale, before: was, after: is }];
  });

const GONE = ['article_not_found', 'locale_not_found'];

const notFound = ({ uid, documentId, locale }: ArticleRef, isElsewhere: boolean) =>
  isElsewhere
    ? new ArticleImagesError(
        'locale_not_found',
        `The article has no version in "${locale}" yet. Save it in that language first.`,
      )
    : new ArticleImagesError('article_not_found', `There is no ${uid} ${documentId} any more.`);

/** Articles through the Document Service: drafts are read and written, in one locale, never a published row. */
export const createArticleStore = ({
  strapi,
  settings,
}: {
  strapi: Core.Strapi;
  settings: Settings;
}): ArticleStore => {
  const ownWrites = ownWritesOf(strapi);
  const documents = (uid: string) => strapi.documents(uid as UID.ContentType);
  const components = () => componentSchemas(strapi);

  const mappedType = async (uid: string): Promise<MappedType> => {
    const contentType = findContentType(strapi, uid);
    const type = contentType && (await settings(uid));
    if (contentType && type) return { contentType, mapping: type.mapping };
    throw new ArticleImagesError(
      'type_not_mapped',
      `Nobody has said yet where ${uid} keeps its title, text and images. Do that in the settings of Article Images.`,
    );
  };

  /** The locale as the Document Service wants it: absent for types without i18n. */
  const localeOf = ({ uid, locale }: ArticleRef, contentType: ContentTypeSchema) => {
    if (!isLocalized(contentType)) return {};
    if (locale !== null) return { locale };
    throw new ArticleImagesError(
      'locale_not_found',
      `${uid} is translated: say which locale of the article is meant.`,
    );
  };

  /** Locks the draft's row for the rest of the transaction, where the database can. */
  const lockDraft = async (ref: ArticleRef, contentType: ContentTypeSchema): Promise<string> => {
    const draft = usesDraftAndPublish(contentType) ? { publishedAt: null } : {};
    const row = await strapi.db
      .queryBuilder(ref.uid)
      .select(['id', 'updatedAt'])
      .where({ documentId: ref.documentId, ...localeOf(ref, contentType), ...draft })
      .first()
      .forUpdate()
      .execute();
    if (!row) throw await missing(ref);
    return version.parse(row).updatedAt;
  };

  /** `updatedAt` of the drafts in other locales, locked as `lockDraft` does. */
  const lockOtherDrafts = async (
    ref: ArticleRef,
    contentType: ContentTypeSchema,
  ): Promise<Map<string, string>> => {
    if (!isLocalized(contentType)) return new Map();
    const draft = usesDraftAndPublish(contentType) ? { publishedAt: null } : {};
    const rows = await strapi.db
      .queryBuilder(ref.uid)
      .select(['id', 'locale', 'updatedAt'])
      .where({ documentId: ref.documentId, locale: { $ne: ref.locale }, ...draft })
      .forUpdate()
      .execute();
    return new Map(versions.parse(rows).map(({ locale, updatedAt }) => [locale, updatedAt]));
  };

  const missing = async (ref: ArticleRef): Promise<ArticleImagesError> => {
    const { uid, documentId } = ref;
    const elsewhere = await strapi.db
      .query(uid as UID.ContentType)
      .findOne({ where: { documentId }, select: ['id'] });
    return notFound(ref, Boolean(elsewhere));
  };

  const read: ArticleStore['read'] = async (ref) => {
    const { contentType, mapping } = await mappedType(ref.uid);
    const { attributes } = contentType;
    const draft = await documents(ref.uid).findOne({
      documentId: ref.documentId,
      ...localeOf(ref, contentType),
      ...(usesDraftAndPublish(contentType) ? { status: 'draft' } : {}),
      ...populateMapping({ attributes, components: components(), mapping }),
    } as Parameters<ReturnType<typeof documents>['findOne']>[0]);
    if (!draft) throw await missing(ref);
    const values: DocumentValues = draft;
    const source = { ref, values, mapping, components: components(), schema: contentType };
    return { article: readArticle(source), values, updatedAt: version.parse(draft).updatedAt };
  };

  const writableChanges = ({ contentType, mapping }: MappedType, changes: DocumentValues) => {
    const allowed = writableAttributes(mapping);
    return Object.fromEntries(
      Object.entries(changes).map(([name, value]) => {
        const attribute = contentType.attributes[name];
        if (attribute && allowed.includes(name)) {
          return [name, writableValue({ attribute, value, components: components() })];
        }
        throw new ArticleImagesError('internal', `"${name}" is not an attribute for images.`, {
          isRetryable: false,
        });
      }),
    );
  };

  return {
    read,
    components,

    schema: (uid) => findContentType(strapi, uid) ?? undefined,

    async find(ref) {
      try {
        return await read(ref);
      } catch (error) {
        if (GONE.includes(toArticleImagesError(error).code)) return null;
        throw error;
      }
    },

    async update(ref, changes, expectedUpdatedAt) {
      const type = await mappedType(ref.uid);
      const data = writableChanges(type, changes);
      const write = async (): Promise<DraftWrite> => {
        if ((await lockDraft(ref, type.contentType)) !== expectedUpdatedAt) {
          throw new ArticleImagesError(
            'article_changed',
            'Somebody saved the article meanwhile. Read it again before writing images into it.',
          );
        }
        const before = await lockOtherDrafts(ref, type.contentType);
        const written = await documents(ref.uid)
          .update({
            documentId: ref.documentId,
            ...localeOf(ref, type.contentType),
            data: data as never,
          })
          .catch((cause: unknown) => {
            throw refusedByStrapi('save the images in the article', cause);
          });
        const after = await lockOtherDrafts(ref, type.contentType);
        return { ...version.parse(written), otherLocales: touchedVersions(before, after) };
      };
      const written = await ownWrites.run(() => strapi.db.transaction(write));
      ownWrites.remember({ ...ref, updatedAt: written.updatedAt });
      return written;
    },

    async publish(ref) {
      const { contentType } = await mappedType(ref.uid);
      const { documentId } = ref;
      const published = await ownWrites
        .run(async () =>
          documents(ref.uid).publish({ documentId, ...localeOf(ref, contentType) } as never),
        )
        .catch((cause: unknown) => {
          throw refusedByStrapi('publish the article', cause);
        });
      const { entries } = publishedEntries.parse(published);
      if (entries.length === 0) throw await missing(ref);
      for (const { updatedAt } of entries) ownWrites.remember({ ...ref, updatedAt });
    },

    hasDraftAndPublish(uid) {
      const contentType = findContentType(strapi, uid);
      return contentType !== null && usesDraftAndPublish(contentType);
    },
  };
};
