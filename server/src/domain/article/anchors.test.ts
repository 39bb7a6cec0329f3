import { describe, expect, it } from 'vitest';
import { articleFixtures } from '../../../../test/fixtures/articles/load-articles';
import type { Anchor, Article } from './article';
import { findAnchor, makeAnchor } from './anchors';
import { readArticle } from './read-article';

const read = (body: string, format: 'markdown' | 'html' = 'markdown'): Article =>
  readArticle({
    ref: { uid: 'api::article.article', documentId: 'd', locale: null },
    values: { body },
    mapping: {
      title: null,
      summary: null,
      cover: null,
      body: [{ field: 'body', format }],
      inArticle: { kind: 'body' },
    },
  });

const anchorAt = (article: Article, index: number): Anchor => {
  const section = article.sections[index];
  if (!section) throw new Error(`There is no section ${index}.`);
  return makeAnchor({ article, section });
};

const find = (body: string, anchor: Anchor) => {
  const { blocks } = read(body);
  const found = findAnchor({ blocks, anchor });
  return 'position' in found ? blocks[found.position.index]?.text : found.reason;
};

const filler = (topic: string) =>
  `${topic} is what these forty words are about, and they go on about ${topic} for a while because a section needs a certain length before anybody would think of putting a picture behind it, which is why this sentence does not stop before it has said ${topic} again.`;

const source = `Opening words. ${filler('The sea')}

## Boats

${filler('A boat')}

Boats end here.

## Nets

${filler('A net')}

Nets are mended in the evening by people who sit on the quay.`;

const article = read(source);
const nets = anchorAt(article, 2);

describe('an anchor', () => {
  it('remembers heading, place and words of the block', () => {
    expect(nets).toMatchObject({
      heading: 'Nets',
      sectionIndex: 2,
      blockOrdinal: 6,
      snippet: 'Nets are mended in the evening by people who sit on the quay.',
    });
    expect(nets.blockHash).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps its snippet short', () => {
    expect(anchorAt(article, 0).snippet).toHaveLength(120);
  });

  it('finds its block in the text it was made from', () => {
    article.sections.forEach((section, index) => {
      expect(findAnchor({ blocks: article.blocks, anchor: anchorAt(article, index) })).toEqual({
        position: section.lastBlock,
      });
    });
  });

  it('finds its block again when text was added, removed or moved elsewhere', () => {
    const added = `New first paragraph.\n\n${source}\n\n## More\n\nAnd more.`;
    expect(find(added, nets)).toBe(nets.snippet);
    expect(find(source.replace(/## Boats[\s\S]*?(?=## Nets)/, ''), nets)).toBe(nets.snippet);
    expect(find(source.replace('## Nets', '## Nets and lines'), nets)).toBe(nets.snippet);
  });

  it('finds the nearest of several equal blocks, under its own heading first', () => {
    const twice = `## A\n\n${filler('One')}\n\nThe end.\n\n## B\n\n${filler('Two')}\n\nThe end.`;
    const reading = read(twice);
    const second = anchorAt(reading, 1);
    expect(second.blockOrdinal).toBe(5);
    const moved = read(
      `${twice.slice(0, twice.indexOf('## B'))}${'x\n\n'.repeat(4)}## B\n\nThe end.`,
    );
    const found = findAnchor({ blocks: moved.blocks, anchor: second });
    expect(found).toEqual({ position: { part: 0, index: 8 } });
  });

  it('finds its block with a few words changed', () => {
    const edited = source.replace('in the evening by people', 'in the evenings by old people');
    expect(find(edited, nets)).toContain('old people');
  });

  it('does not take a similar block under another heading for it', () => {
    const edited = source
      .replace('Boats end here.', 'Boats are mended in the evening by people who sit on the quay.')
      .replace(/Nets are mended.*/, 'No more of that.');
    expect(find(edited, nets)).toBe('No more of that.');
  });

  it('takes the end of the section when the block is gone', () => {
    const cut = source.replace(/Nets are mended.*/, '');
    expect(find(cut, nets)).toContain('A net is what');
    const rewritten = source.replace(/Nets are mended.*/, 'Something else altogether now.');
    expect(find(rewritten, nets)).toBe('Something else altogether now.');
  });

  it('does not take the end of another section for it', () => {
    const emptied = source.replace(/A net is[\s\S]*quay\./, '\n\n## Harbour\n\nShips rest.');
    expect(find(emptied, nets)).toBe('anchor_gone');
  });

  it('is gone when heading and block are gone', () => {
    expect(find('Nothing of it is left.', nets)).toBe('anchor_gone');
    expect(find('', nets)).toBe('anchor_gone');
    expect(find('Rewritten from the first word to the last.', anchorAt(article, 0))).toBe(
      'anchor_gone',
    );
  });

  it('is found behind a block without words, whatever pictures came in before', () => {
    const wrapped = `## A\n\n<div>\n\n${filler('One')}\n\n</div>\n\n## B\n\n${filler('Two')}`;
    const anchor = anchorAt(read(wrapped), 0);
    expect(anchor.snippet).toBe('');
    const withPicture = wrapped
      .replace('\n\n</div>', '\n\n![a](/a.png)\n\n</div>')
      .replace('## B', 'A new end.\n\n## B');
    const { blocks } = read(withPicture);
    expect(findAnchor({ blocks, anchor })).toEqual({ position: { part: 0, index: 4 } });
  });

  it('finds the end of a section that goes on in sub-headings', () => {
    const body = `## A\n\n### Small\n\nWords here.\n\n### Other\n\nMore.\n\n## B\n\nEnd.`;
    const anchor: Anchor = {
      ...nets,
      heading: 'A',
      blockHash: 'x',
      snippet: 'gone',
      blockOrdinal: 0,
    };
    expect(find(body, anchor)).toBe('Words here.');
  });
});

describe.each(articleFixtures)('$id', ({ source: text, format }) => {
  it('has anchors that are found again in the article itself', () => {
    const reading = read(text, format);
    reading.sections.forEach((section, index) => {
      expect(findAnchor({ blocks: reading.blocks, anchor: anchorAt(reading, index) })).toEqual({
        position: section.lastBlock,
      });
    });
  });
});
