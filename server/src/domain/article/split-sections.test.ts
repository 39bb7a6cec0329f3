import { describe, expect, it } from 'vitest';
import { markdownFormat } from './body-formats/markdown';
import { countBlocks } from './counted-block';
import { splitSections } from './split-sections';

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');

const split = (source: string) => {
  const blocks = markdownFormat
    .read(source)
    .blocks.map((block, index) => ({ ...block, at: { part: 0, index } }));
  return splitSections(countBlocks(blocks));
};
const outline = (source: string) =>
  split(source).map(({ heading, words: count }) => [heading, count]);

describe('sections by headings', () => {
  it('use the finest level whose sections are long enough', () => {
    const parts = [1, 2].map(
      (part) =>
        `## P${part}\n\n${words(50)}\n\n### P${part}a\n\n${words(60)}\n\n### P${part}b\n\n${words(70)}`,
    );
    expect(outline(parts.join('\n\n'))).toEqual([
      ['P1', 50],
      ['P1a', 60],
      ['P1b', 70],
      ['P2', 50],
      ['P2a', 60],
      ['P2b', 70],
    ]);
  });

  it('stay with a coarser level where the finer one leaves only scraps', () => {
    const scraps = [1, 2, 3].map((part) => `### S${part}\n\n${words(20)}`).join('\n\n');
    const source = `## One\n\n${words(60)}\n\n${scraps}\n\n## Two\n\n${words(60)}\n\n${scraps}`;
    expect(outline(source)).toEqual([
      ['One', 120],
      ['Two', 120],
    ]);
  });

  it('take the coarser of two levels that cut alike', () => {
    expect(outline(`## One\n\n### Two\n\n${words(60)}`)).toEqual([['One', 60]]);
  });

  it('have the text before the first heading as a section of its own', () => {
    expect(outline(`${words(50)}\n\n## One\n\n${words(50)}`)).toEqual([
      [null, 50],
      ['One', 50],
    ]);
  });

  it('leave out headings without words', () => {
    expect(
      outline(`# Title\n\n## One\n\n${words(50)}\n\n## Two\n\n## Three\n\n${words(50)}`),
    ).toEqual([
      ['One', 50],
      ['Three', 50],
    ]);
  });

  it('end before a rule or the opening of what follows', () => {
    const source = `## One\n\n${words(50)}\n\n---\n\n<aside>\n\n## Two\n\n${words(50)}\n\n</aside>`;
    expect(split(source).map(({ lastBlock }) => lastBlock.index)).toEqual([1, 6]);
  });

  it('know their lists, code and pictures', () => {
    const list = Array.from({ length: 10 }, () => '- one two').join('\n');
    const source = `## One\n\n${words(60)}\n\n${list}\n\n\`\`\`\n${words(20)}\n\`\`\`\n\n![a](/b.png)`;
    const [section] = split(source);
    expect(section).toMatchObject({ words: 100, listShare: 0.2, codeShare: 0.2, hasImage: true });
    expect(section?.text).not.toContain('![');
    expect(section?.text.split(/\s+/)).toHaveLength(80);
  });

  it('count no words of headings, tables and asides', () => {
    const source = `## One two three\n\n${words(50)}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<aside>beside</aside>`;
    expect(outline(source)).toEqual([['One two three', 50]]);
  });
});

describe('sections by length', () => {
  const paragraphs = (lengths: number[], word?: string) =>
    lengths.map((length) => words(length, word)).join('\n\n');

  it('have about 180 to 260 words where there are no headings', () => {
    const counts = split(paragraphs(Array.from({ length: 20 }, () => 60))).map(
      (part) => part.words,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1200);
    for (const count of counts.slice(0, -1)) expect(count).toBeGreaterThanOrEqual(180);
    for (const count of counts) expect(count).toBeLessThanOrEqual(260);
  });

  it('break where neighbouring paragraphs have least in common', () => {
    const source = `${paragraphs([60, 60, 60, 60], 'sea')}\n\n${paragraphs([60, 60, 60], 'hill')}`;
    expect(outline(source)).toEqual([
      [null, 240],
      [null, 180],
    ]);
  });

  it('leave a short text whole and a short rest with what comes before', () => {
    expect(outline(paragraphs([100, 100, 60]))).toEqual([[null, 260]]);
    expect(outline(paragraphs([100, 100, 100, 20]))).toHaveLength(2);
    expect(outline(paragraphs([200, 80]))).toEqual([[null, 280]]);
  });

  it('do not end on a line that announces what follows', () => {
    const source = `${paragraphs([100, 100])} as follows:\n\n- ${words(60)}\n\n${paragraphs([100, 100])}`;
    const [first] = split(source);
    expect(first?.lastBlock.index).toBe(2);
  });

  it('end behind the table a paragraph announced, never on a heading', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |';
    const source = `${paragraphs([100, 100])}:\n\n${table}\n\n${paragraphs([100, 100])}`;
    expect(split(source).map(({ lastBlock }) => lastBlock.index)).toEqual([2, 4]);
    const scrap = `${paragraphs([100, 100])}:\n\n### Scrap\n\n${paragraphs([30, 100])}`;
    expect(
      split(`## A\n\n${scrap}\n\n${paragraphs([100, 100])}`).map(({ heading }) => heading),
    ).toEqual(['A', 'Scrap']);
  });

  it('cut a very long section under one heading and keep its heading', () => {
    const source = `## One\n\n${paragraphs(Array.from({ length: 10 }, () => 80))}`;
    const found = outline(source);
    expect(found.length).toBeGreaterThan(2);
    expect(new Set(found.map(([heading]) => heading))).toEqual(new Set(['One']));
  });

  it('cannot cut a paragraph', () => {
    expect(outline(words(2000))).toEqual([[null, 2000]]);
  });
});
