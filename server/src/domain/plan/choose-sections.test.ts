import { describe, expect, it } from 'vitest';
import type { Section } from '../article/article';
import { chooseSections, type SectionCandidate } from './choose-sections';
import { countTerms } from './term-vectors';

const section = (id: string, more: Partial<Section> = {}): Section => ({
  id,
  heading: id,
  level: 2,
  text: '',
  words: 150,
  hasImage: false,
  listShare: 0,
  codeShare: 0,
  lastBlock: { part: 0, index: 0 },
  ...more,
});

const candidate = (section: Section, visual: number, words: string[]): SectionCandidate => ({
  section,
  visual,
  terms: countTerms(words),
});

const sections = ['s1', 's2', 's3', 's4', 's5', 's6'].map((id) => section(id));
const allAlike = sections.map((one) => candidate(one, 1, [one.id]));

const choose = (more: Partial<Parameters<typeof chooseSections>[0]> = {}): string[] =>
  chooseSections({ sections, candidates: allAlike, count: 2, illustratedIds: [], ...more }).map(
    ({ id }) => id,
  );

describe('chooseSections', () => {
  it('returns as many as asked, in reading order', () => {
    expect(choose({ count: 3 })).toHaveLength(3);
    expect(choose({ count: 6 })).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
  });

  it('returns all there are when more are asked', () => {
    expect(choose({ count: 20 })).toHaveLength(6);
  });

  it('returns nothing when nothing is asked or offered', () => {
    expect(choose({ count: 0 })).toEqual([]);
    expect(choose({ candidates: [] })).toEqual([]);
  });

  it('prefers sections with more to see', () => {
    const candidates = sections.map((one, i) => candidate(one, i === 3 ? 5 : 1, [one.id]));
    expect(choose({ candidates, count: 1 })).toEqual(['s4']);
  });

  it('prefers the middle over the first section, where the cover stands right above', () => {
    expect(choose({ count: 1 })).toEqual(['s2']);
  });

  it('keeps pictures apart', () => {
    const [first = 0, second = 0] = choose({ count: 2 }).map((id) => Number(id.slice(1)));
    expect(second - first).toBeGreaterThan(1);
  });

  it('stays away from a section that is illustrated already', () => {
    expect(choose({ count: 1, illustratedIds: ['s2'] })).not.toContain('s3');
  });

  it('avoids sections that hold an image of their own', () => {
    const withImage = sections.map((one) => (one.id === 's2' ? { ...one, hasImage: true } : one));
    const candidates = withImage.map((one) => candidate(one, one.id === 's2' ? 2 : 1, [one.id]));
    expect(choose({ sections: withImage, candidates, count: 1 })).not.toContain('s2');
  });

  it('avoids a section that says the same as one already chosen', () => {
    const text = (i: number) => (i === 1 || i === 4 ? ['hive', 'bee', 'honey'] : [`word${i}`]);
    const candidates = sections.map((one, i) =>
      candidate(one, i === 1 ? 3 : i === 4 ? 1.5 : 1.2, text(i)),
    );
    const chosen = choose({ candidates, count: 2 });
    expect(chosen).toContain('s2');
    expect(chosen).not.toContain('s5');
  });

  it('passes over a short section next to a full one', () => {
    const mixed = sections.map((one) => (one.id === 's2' ? { ...one, words: 45 } : one));
    const candidates = mixed.map((one) => candidate(one, 1, [one.id]));
    expect(choose({ sections: mixed, candidates, count: 1 })).not.toContain('s2');
  });

  it('chooses the same from the same', () => {
    expect(choose({ count: 4 })).toEqual(choose({ count: 4 }));
  });
});
