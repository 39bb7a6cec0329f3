import { describe, expect, it } from 'vitest';
import type { Section } from '../article/article';
import { ENGLISH, LANGUAGES } from '../languages';
import { eligibleSections, isSkippedHeading } from './eligible-sections';
import { warnOfFewSections } from './few-sections-warning';

const section = (id: string, more: Partial<Section> = {}): Section => ({
  id,
  heading: `Part ${id}`,
  level: 2,
  text: '',
  words: 120,
  hasImage: false,
  listShare: 0,
  codeShare: 0,
  lastBlock: { part: 0, index: 0 },
  ...more,
});

const eligible = (sections: Section[], excludedSectionIds: string[] = []): string[] =>
  eligibleSections({
    article: { sections, words: sections.reduce((sum, { words }) => sum + words, 0) },
    language: ENGLISH,
    excludedSectionIds,
  }).map(({ id }) => id);

describe('eligibleSections', () => {
  it('takes sections from 40 words on', () => {
    const sections = [section('s1', { words: 39 }), section('s2', { words: 40 }), section('s3')];
    expect(eligible(sections)).toEqual(['s2', 's3']);
  });

  it('leaves out code, whatever stands beside it', () => {
    const sections = [section('s1', { codeShare: 0.51 }), section('s2', { codeShare: 0.5 })];
    expect(eligible(sections)).toEqual(['s2']);
  });

  it('leaves out excluded sections', () => {
    expect(eligible([section('s1'), section('s2')], ['s1'])).toEqual(['s2']);
  });

  it('takes the short entries of a list article, where no section is longer', () => {
    const sections = Array.from({ length: 8 }, (_, i) =>
      section(`s${i + 1}`, { words: i === 0 ? 10 : 20 }),
    );
    expect(eligible(sections)).toEqual(['s2', 's3', 's4', 's5', 's6', 's7', 's8']);
  });

  it('takes nothing from a text too short for pictures', () => {
    expect(eligible([section('s1', { words: 39 }), section('s2', { words: 39 })])).toEqual([]);
  });

  it('takes nothing from nothing', () => {
    expect(eligible([])).toEqual([]);
  });
});

describe('isSkippedHeading', () => {
  it.each([
    'FAQ',
    'Frequently Asked Questions about bees',
    '7. References',
    'Conclusion: what we learned',
    'Summary (short)',
    'About the author',
  ])('skips "%s"', (heading) => {
    expect(isSkippedHeading(heading, ENGLISH)).toBe(true);
  });

  it.each(['Sources of the Nile', 'Notes from a small island', 'Contact lenses', '', null])(
    'keeps "%s"',
    (heading) => {
      expect(isSkippedHeading(heading, ENGLISH)).toBe(false);
    },
  );

  it.each([
    ['fr', 'Pour conclure'],
    ['de', 'Fazit'],
    ['es', 'Preguntas frecuentes'],
    ['pt', 'Referências'],
    ['ja', 'まとめ'],
    ['zh', '参考资料'],
    ['ar', 'المراجع'],
    ['ja', 'FAQ'],
  ])('skips in %s "%s"', (code, heading) => {
    const language = LANGUAGES.find((one) => one.code === code) ?? ENGLISH;
    expect(isSkippedHeading(heading, language)).toBe(true);
  });
});

describe('warnOfFewSections', () => {
  it('is silent when there are enough', () => {
    expect(warnOfFewSections({ made: 4, asked: 4 })).toEqual([]);
    expect(warnOfFewSections({ made: 0, asked: 0 })).toEqual([]);
  });

  it('says how many of how many, or that there are none', () => {
    expect(warnOfFewSections({ made: 2, asked: 4 })[0]).toContain('2 of 4');
    expect(warnOfFewSections({ made: 0, asked: 4 })[0]).toContain('No section');
  });
});
