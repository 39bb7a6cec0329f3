import type { Article } from '../../server/src/domain/article/article';
import { readArticle } from '../../server/src/domain/article/read-article';
import { articleFixture } from '../fixtures/articles/load-articles';

/** An article as the plugin reads it, from a title and a body. */
export const articleFrom = ({
  title = '',
  body = '',
  locale = null,
  format = 'markdown',
}: {
  title?: string;
  body?: string;
  locale?: string | null;
  format?: 'markdown' | 'html';
}): Article =>
  readArticle({
    ref: { uid: 'api::article.article', documentId: 'a1', locale },
    values: { title, body },
    mapping: {
      title: 'title',
      summary: null,
      body: [{ field: 'body', format }],
      cover: null,
      inArticle: { kind: 'body' },
    },
  });

/** One of the real articles, without its front matter, as a Strapi site without i18n holds it. */
export const readFixture = (id: string): Article => {
  const { title, source, format } = articleFixture(id);
  const body = source.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  return articleFrom({ title, body, format });
};

/** A section of a given length, to build articles from. */
export const section = (heading: string, sentence: string, times = 6): string =>
  `## ${heading}\n\n${Array.from({ length: times }, () => sentence).join(' ')}`;
