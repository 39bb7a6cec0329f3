import { describe, expect, it } from 'vitest';
import { toBlocks, toHtml, toZone } from '../../../../test/fixtures/articles/convert-article';
import { articleFixture, articleFixtures } from '../../../../test/fixtures/articles/load-articles';
import { mediaFile } from '../../../../test/fixtures/articles/media-file';
import type { BodyFormatName } from '../../../../shared/vocabulary';
import type { FieldMapping } from './article';
import { readArticle } from './read-article';

const ref = { uid: 'api::article.article', documentId: 'd1', locale: 'en' };

const components = {
  'shared.rich-text': { attributes: { body: { type: 'richtext' } } },
  'shared.media': { attributes: { file: { type: 'media' } } },
  'shared.seo': { attributes: { metaTitle: { type: 'string' }, lead: { type: 'richtext' } } },
};

const mappingFor = (format: BodyFormatName, changes: Partial<FieldMapping> = {}): FieldMapping => ({
  title: 'title',
  summary: 'summary',
  body: [{ field: 'body', format }],
  cover: { field: 'cover', isMultiple: false, isRequired: false, alternativeField: null },
  inArticle: { kind: 'body' },
  ...changes,
});

const read = (format: BodyFormatName, body: unknown, values: Record<string, unknown> = {}) =>
  readArticle({
    ref,
    mapping: mappingFor(format),
    components,
    values: { title: 'Title', summary: 'Summary', body, ...values },
  });

const sectionsOf = (format: BodyFormatName, body: unknown) =>
  read(format, body).sections.map(({ heading, level, text, words, listShare, codeShare }) => ({
    ...{ heading, level, text, words },
    shares: [listShare.toFixed(2), codeShare.toFixed(2)],
  }));

/** Articles whose every block has a counterpart in all formats. */
const SAME_EVERYWHERE = [
  'bc-carbonara',
  'cds-fr-agile',
  'htc-braised-carp',
  'otel-en-rocks',
  'wn-penguins',
];

describe.each(SAME_EVERYWHERE)('%s', (id) => {
  const { source } = articleFixture(id);
  const markdown = sectionsOf('markdown', source);

  it('has the same sections as Markdown, HTML, Blocks and dynamic zone', () => {
    expect(markdown.length).toBeGreaterThan(2);
    expect(sectionsOf('html', toHtml(source))).toEqual(markdown);
    expect(sectionsOf('blocks', toBlocks(source))).toEqual(markdown);
    expect(sectionsOf('zone', toZone(source))).toEqual(markdown);
  });

  it('has the same fingerprint in all of them', () => {
    const { textHash } = read('markdown', source);
    expect(read('html', toHtml(source)).textHash).toBe(textHash);
    expect(read('blocks', toBlocks(source)).textHash).toBe(textHash);
    expect(read('zone', toZone(source)).textHash).toBe(textHash);
  });
});

describe.each(articleFixtures)('$id', ({ format, source }) => {
  const article = read(format, source);

  it('is cut into sections that cover its words once', () => {
    const words = article.sections.reduce((sum, section) => sum + section.words, 0);
    expect(article.words).toBe(words);
    expect(article.sections.map(({ id }) => id)).toEqual(
      article.sections.map((_section, index) => `s${index + 1}`),
    );
    expect(article.unreadable).toEqual([]);
  });

  it('has sections that end on blocks of their own, in order', () => {
    const ends = article.sections.map(({ lastBlock }) => lastBlock.index);
    expect([...ends].sort((a, b) => a - b)).toEqual(ends);
    expect(new Set(ends).size).toBe(ends.length);
    for (const { lastBlock } of article.sections) {
      const block = article.blocks.find(({ at }) => at.index === lastBlock.index);
      expect(block?.isLeadIn).toBe(false);
    }
  });
});

describe('reading an article', () => {
  it('reads title and summary from strings, Blocks and components', () => {
    const blocks = [{ type: 'paragraph', children: [{ type: 'text', text: 'From  blocks' }] }];
    const mapping = mappingFor('text', { title: 'seo.metaTitle', summary: 'lead' });
    const values = { seo: { metaTitle: ' Nested\n title ' }, lead: blocks, body: 'Text' };
    expect(readArticle({ ref, mapping, values })).toMatchObject({
      title: 'Nested title',
      summary: 'From blocks',
    });
  });

  it('reads a rich-text summary by its format when the schema is known', () => {
    const mapping = mappingFor('text', { summary: 'lead' });
    const values = { title: '# no * heading', lead: '**Bold** words', body: 'Text' };
    const schema = { attributes: { lead: { type: 'richtext' }, title: { type: 'string' } } };
    expect(readArticle({ ref, mapping, values, components, schema })).toMatchObject({
      title: '# no * heading',
      summary: 'Bold words',
    });
  });

  it('reads a body in several fields as one text, each with its own positions', () => {
    const mapping = mappingFor('markdown', {
      body: [
        { field: 'intro', format: 'text' },
        { field: 'content', format: 'markdown' },
      ],
    });
    const values = { title: 'T', intro: 'One', content: '## Two\n\nThree' };
    const { blocks } = readArticle({ ref, mapping, values });
    expect(blocks.map(({ text, at }) => [text, at.part, at.index])).toEqual([
      ['One', 0, 0],
      ['Two', 1, 0],
      ['Three', 1, 1],
    ]);
  });

  it('knows a filled cover, as object, id or list', () => {
    expect(read('text', 'x').isCoverFilled).toBe(false);
    expect(read('text', 'x', { cover: null }).isCoverFilled).toBe(false);
    expect(read('text', 'x', { cover: [] }).isCoverFilled).toBe(false);
    expect(read('text', 'x', { cover: mediaFile(1) }).isCoverFilled).toBe(true);
    expect(read('text', 'x', { cover: 1 }).isCoverFilled).toBe(true);
    expect(read('text', 'x', { cover: [mediaFile(1)] }).isCoverFilled).toBe(true);
    const bare = readArticle({
      ref,
      mapping: mappingFor('text', { cover: null }),
      values: { cover: 1 },
    });
    expect(bare.isCoverFilled).toBe(false);
  });

  it('counts the pictures the text, the zone or the gallery holds', () => {
    expect(read('markdown', '![](/a.png)\n\nText ![](/b.png)').inArticleCount).toBe(2);
    expect(
      read('zone', [
        { __component: 'shared.rich-text', body: '![](/a.png)' },
        { __component: 'shared.media', file: { id: 1, url: '/b.png' } },
      ]).inArticleCount,
    ).toBe(2);
    const gallery = mappingFor('text', { inArticle: { kind: 'media', field: 'gallery' } });
    const values = { body: 'x', gallery: [mediaFile(1), mediaFile(2)] };
    expect(readArticle({ ref, mapping: gallery, values }).inArticleCount).toBe(2);
  });

  it('does not count the cover among the pictures of a field that is both', () => {
    const mapping = mappingFor('text', {
      cover: { field: 'media', isMultiple: true, isRequired: false, alternativeField: null },
      inArticle: { kind: 'media', field: 'media' },
    });
    const values = { body: 'x', media: [mediaFile(1), mediaFile(2)] };
    expect(readArticle({ ref, mapping, values }).inArticleCount).toBe(1);
    expect(readArticle({ ref, mapping, values: { body: 'x' } }).inArticleCount).toBe(0);
  });

  it('keeps its fingerprint when pictures, captions or spaces change, and loses it with the words', () => {
    const { textHash } = read('markdown', '# One\n\nTwo three');
    expect(read('markdown', '# One\n\n![alt](/a.png "cap")\n\nTwo   three\n').textHash).toBe(
      textHash,
    );
    expect(read('markdown', '# One\n\nTwo three four').textHash).not.toBe(textHash);
    expect(read('markdown', '# One\n\nTwo three', { title: 'Other' }).textHash).not.toBe(textHash);
  });

  it.each([undefined, null, '', 7, {}, [], [null], 'x'.repeat(10)])(
    'never throws on %j in any format',
    (odd) => {
      for (const format of ['blocks', 'markdown', 'html', 'text', 'zone'] as const) {
        const article = read(format, odd, { title: odd, summary: odd, cover: odd });
        expect(article.sections.length).toBeLessThanOrEqual(1);
      }
    },
  );

  it('reads an empty article as one without words', () => {
    const article = readArticle({ ref, mapping: mappingFor('markdown'), values: {} });
    expect(article).toMatchObject({ title: '', summary: '', blocks: [], sections: [], words: 0 });
  });

  it('names what it could not read', () => {
    const zone = [{ __component: 'shared.gone', body: 'x' }];
    expect(read('zone', zone).unreadable).toEqual([
      'body: item 1: the component shared.gone is not known',
    ]);
    expect(read('blocks', { time: 1, blocks: [] }).unreadable).toEqual([
      'body: expected a list of blocks, found object',
    ]);
  });

  it('reads 30,000 words in well under a second', () => {
    const paragraph = 'A sentence of ten words that says nothing much new. '.repeat(6);
    const body = Array.from({ length: 500 }, (_part, index) =>
      index % 10 === 0 ? `## Part ${index}\n\n${paragraph}` : paragraph,
    ).join('\n\n');
    const started = performance.now();
    const article = read('markdown', body);
    expect(article.words).toBe(30_000);
    expect(performance.now() - started).toBeLessThan(900);
  });
});
