import { describe, expect, it } from 'vitest';
import type { Anchor, Section } from '../article/article';
import type { ImageBrief } from '../prompts/image-brief';
import { planSlots } from './plan-slots';

const section = (id: string): Section => ({
  id,
  heading: `Heading ${id}`,
  level: 2,
  text: 'Some text.',
  words: 100,
  hasImage: false,
  listShare: 0,
  codeShare: 0,
  lastBlock: { part: 0, index: Number(id.slice(1)) },
});

const brief = (sectionId: string | null): ImageBrief => ({
  role: sectionId ? 'in_article' : 'featured',
  sectionId,
  subject: 'a lighthouse',
  scene: 'on a rocky shore',
  prompt: 'A lighthouse on a rocky shore.',
  avoid: [],
  alternativeText: 'A lighthouse on a rocky shore.',
  caption: 'The coast',
  palette: 'slate blue and sand',
  derivedBy: 'extractive',
});

const makeAnchor = ({ heading, id, lastBlock }: Section): Anchor => ({
  heading,
  sectionIndex: Number(id.slice(1)),
  blockHash: `hash-${id}`,
  snippet: id,
  blockOrdinal: lastBlock.index,
});

const article = { sections: ['s1', 's2', 's3', 's4'].map(section) };
const plan = (briefs: ImageBrief[]) => planSlots({ article, briefs, makeAnchor });

describe('planSlots', () => {
  it('puts the featured image first and counts in-article images from 1 in reading order', () => {
    const slots = plan([brief('s4'), brief('s1'), brief(null), brief('s3')]);
    expect(slots.map(({ position, brief: { sectionId } }) => [position, sectionId])).toEqual([
      [0, null],
      [1, 's1'],
      [2, 's3'],
      [3, 's4'],
    ]);
  });

  it('alternates landscape and square inside the text and keeps the featured image landscape', () => {
    const slots = plan([brief(null), brief('s1'), brief('s2'), brief('s3')]);
    expect(slots.map(({ orientation }) => orientation)).toEqual([
      'landscape',
      'landscape',
      'square',
      'landscape',
    ]);
  });

  it('anchors every in-article image to its section and the featured image to nothing', () => {
    const slots = plan([brief(null), brief('s2')]);
    expect(slots[0]?.anchor).toBeNull();
    expect(slots[1]?.anchor?.blockHash).toBe('hash-s2');
  });

  it('keeps one featured image when a deriver hands over two', () => {
    expect(plan([brief(null), brief(null)])).toHaveLength(1);
  });

  it('says which section is unknown instead of dropping the picture', () => {
    expect(() => plan([brief('s9')])).toThrow(/s9/);
  });

  it('makes no slots from no briefs', () => {
    expect(plan([])).toEqual([]);
  });
});
