import type {
  Article,
  DocumentValues,
  FieldMapping,
} from '../../server/src/domain/article/article';
import { readArticle } from '../../server/src/domain/article/read-article';
import { ArticleImagesError } from '../../server/src/domain/errors';
import type { ArticleStore } from '../../server/src/ports/stores';

/** One Markdown article in memory with drafts, a published version and `updatedAt` that grows with every write. */
export const createMemoryArticleStore = (mapping: FieldMapping, initial: DocumentValues) => {
  let values: DocumentValues | null = { ...initial };
  let writes = 0;
  const published: DocumentValues[] = [];
  const updatedAt = () => new Date(1_000_000 + writes).toISOString();
  const readValues = (held: DocumentValues, ref: Article['ref']) =>
    readArticle({ ref, values: held, mapping, components: {} });

  const store: ArticleStore = {
    async find(ref) {
      return (
        values && {
          article: readValues(values, ref),
          values: { ...values },
          updatedAt: updatedAt(),
        }
      );
    },
    async read(ref) {
      const found = await store.find(ref);
      if (!found) throw new ArticleImagesError('article_not_found', 'This article does not exist.');
      return found;
    },
    async update(_ref, changes, expected) {
      if (expected !== updatedAt())
        throw new ArticleImagesError('article_changed', 'Saved meanwhile.');
      values = { ...values, ...changes };
      writes += 1;
      return { updatedAt: updatedAt(), otherLocales: [] };
    },
    async publish() {
      if (values) published.push({ ...values });
    },
    hasDraftAndPublish: () => true,
    components: () => ({}),
    schema: () => undefined,
  };

  return {
    store,
    published,
    values: () => values,
    /** An editor saves. */
    edit(changes: DocumentValues) {
      values = { ...values, ...changes };
      writes += 1;
    },
    delete() {
      values = null;
    },
  };
};
