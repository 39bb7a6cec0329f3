import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/src/domain/article/article';
import { wordsOf } from '../../server/src/domain/article/words';
import { LANGUAGES, languageOf } from '../../server/src/domain/languages';
import { eligibleSections } from '../../server/src/domain/plan/eligible-sections';
import { findNames } from '../../server/src/domain/prompts/article-names';
import { findPromptProblems } from '../../server/src/domain/prompts/prompt-rules';
import { withoutStyle } from '../../server/src/domain/prompts/style-bible';
import type { DeriveResult, PromptDeriver } from '../../server/src/ports/prompt-deriver';
import { articleFrom, readFixture, section } from '../fakes/read-text';
import { articleFixtures } from '../fixtures/articles/load-articles';

// Written out here once more, apart from the rules under test: a hole in those must not hide itself.
const NEGATIONS = /\b(no|not|never|without|none|nothing|nobody)\b/i;
const QUOTED = /["“”„«»]/;
const GLYPHS =
  /\b(signs?|screens?|books?|newspapers?|posters?|charts?|maps?|labels?|menus?|clocks?)\b/i;
const OPENERS =
  /^(an? )?(image|picture|photo|illustration) of|^(une )?image de|^bild von|^imagen de/i;

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const derive = (
  deriver: PromptDeriver,
  article: Article,
  more: Partial<Parameters<PromptDeriver['derive']>[0]> = {},
): Promise<DeriveResult> =>
  deriver.derive({ article, count: 4, includeFeatured: true, excludedSectionIds: [], ...more });

const inArticle = ({ briefs }: DeriveResult) => briefs.filter(({ role }) => role === 'in_article');

const languageOfArticle = (article: Article) =>
  languageOf({
    text: `${article.title}\n${article.sections.map(({ text }) => text.slice(0, 500)).join('\n')}`,
    locale: null,
  });

const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  zh: /\p{Script=Han}/u,
};

/** By script, or by function words of its own language against those of English. */
const expectLanguage = (text: string, code: string): void => {
  const script = SCRIPTS[code];
  if (script) {
    expect(text).toMatch(script);
    return;
  }
  const shareOf = (wanted: string): number => {
    const stopWords = LANGUAGES.find((language) => language.code === wanted)?.stopWords;
    return wordsOf(text).filter((word) => stopWords?.has(word)).length;
  };
  expect(shareOf(code), text).toBeGreaterThan(0);
  expect(shareOf(code), text).toBeGreaterThanOrEqual(shareOf('en'));
};

const expectSoundBriefs = (article: Article, result: DeriveResult): void => {
  const names = findNames(article, languageOfArticle(article));
  for (const brief of result.briefs) {
    const { prompt, alternativeText, caption, subject, scene, palette } = brief;
    const problems = findPromptProblems(prompt, {
      title: article.title,
      names,
      isSensitive: true,
    });
    expect(problems, prompt).toEqual([]);
    expect(prompt).not.toMatch(NEGATIONS);
    expect(prompt).not.toMatch(QUOTED);
    expect(prompt).not.toMatch(GLYPHS);
    expect(wordCount(prompt)).toBeGreaterThanOrEqual(15);
    expect(wordCount(prompt)).toBeLessThanOrEqual(110);
    expect(prompt.length).toBeLessThanOrEqual(600);
    expect(alternativeText.length).toBeLessThanOrEqual(125);
    expect(alternativeText).toMatch(/[.。!?！？؟]$/u);
    expect(alternativeText).not.toMatch(OPENERS);
    for (const text of [alternativeText, caption, subject, scene, palette]) {
      expect(text.trim()).not.toBe('');
    }
  }
};

const expectOrder = (article: Article, result: DeriveResult, asked: number): void => {
  const [first, ...rest] = result.briefs;
  expect(first).toMatchObject({ role: 'featured', sectionId: null });
  expect(rest.every(({ role }) => role === 'in_article')).toBe(true);
  const order = article.sections.map(({ id }) => id);
  const places = rest.map(({ sectionId }) => order.indexOf(sectionId ?? ''));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  const room = eligibleSections({
    article,
    language: languageOfArticle(article),
    excludedSectionIds: [],
  });
  expect(rest).toHaveLength(Math.min(asked, room.length));
};

/** What every deriver must do. `create` gives a deriver that works; failures of its own are tested beside it. */
export const describePromptDeriver = (name: string, create: () => PromptDeriver): void => {
  describe(`the ${name} prompt deriver`, () => {
    describe.each(articleFixtures)('on "$id" ($language)', ({ id, language }) => {
      const article = readFixture(id);

      it('gives one featured brief, then one per chosen section in reading order', async () => {
        expectOrder(article, await derive(create(), article), 4);
      });

      it('breaks no rule for prompts and leaves nothing empty', async () => {
        expectSoundBriefs(article, await derive(create(), article, { count: 8 }));
      });

      it('writes alternative texts in the language of the article', async () => {
        const { briefs } = await derive(create(), article);
        for (const { alternativeText } of briefs) expectLanguage(alternativeText, language);
      });

      it('gives the set one style and every picture something of its own', async () => {
        const { briefs } = await derive(create(), article, { count: 8 });
        const styles = briefs.map(({ prompt }) => prompt.replace(withoutStyle(prompt), ''));
        expect(new Set(styles).size).toBe(1);
        expect(styles[0]?.trim()).not.toBe('');
        expect(new Set(briefs.map(({ prompt }) => withoutStyle(prompt))).size).toBe(briefs.length);
      });

      it('gives the same answer to the same question', async () => {
        const first = await derive(create(), article);
        expect(await derive(create(), article)).toEqual(first);
      });
    });

    const garden = articleFrom({
      title: 'A year in the garden',
      body: [
        section('Spring', 'The apple trees bloom and bees fly from flower to flower all day.'),
        section('Summer', 'Tomatoes ripen on the vine while the hens rest in the deep shade.'),
        section('Autumn', 'Pumpkins lie on the wet straw and the barn smells of ripe pears.'),
        section('References', 'The old almanac of the county and many other sources were read.'),
      ].join('\n\n'),
    });

    it('makes a featured brief alone when no in-article images are wanted', async () => {
      const result = await derive(create(), garden, { count: 0 });
      expect(result.briefs.map(({ role }) => role)).toEqual(['featured']);
      expect(result.warnings).toEqual([]);
    });

    it('makes in-article briefs alone when no featured one is wanted', async () => {
      const result = await derive(create(), garden, { includeFeatured: false, count: 2 });
      expect(result.briefs.map(({ role }) => role)).toEqual(['in_article', 'in_article']);
    });

    it('makes nothing when nothing is wanted', async () => {
      const result = await derive(create(), garden, { includeFeatured: false, count: 0 });
      expect(result.briefs).toEqual([]);
    });

    it('leaves out sections that are illustrated already', async () => {
      const excludedSectionIds = ['s1', 's3'];
      const result = await derive(create(), garden, { excludedSectionIds, count: 3 });
      expect(inArticle(result).map(({ sectionId }) => sectionId)).toEqual(['s2']);
    });

    it('leaves out references and makes fewer briefs than asked, saying so', async () => {
      const result = await derive(create(), garden, { count: 8 });
      expect(inArticle(result).map(({ sectionId }) => sectionId)).toEqual(['s1', 's2', 's3']);
      expect(result.warnings.join(' ')).toContain('3 of 8');
    });

    it('makes a featured brief from a title alone, saying that nothing else was possible', async () => {
      const article = articleFrom({ title: 'Baking bread at home' });
      const result = await derive(create(), article);
      expect(result.briefs.map(({ role }) => role)).toEqual(['featured']);
      expect(result.warnings.join(' ')).toContain('No section');
      expectSoundBriefs(article, result);
    });

    it('makes a featured brief even from nothing', async () => {
      const article = articleFrom({});
      const result = await derive(create(), article);
      expect(result.briefs.map(({ role }) => role)).toEqual(['featured']);
      expectSoundBriefs(article, result);
    });

    it('stops when asked to', async () => {
      const reason = new Error('the run was cancelled');
      const signal = AbortSignal.abort(reason);
      await expect(derive(create(), garden, { signal })).rejects.toMatchObject({
        code: 'cancelled',
        cause: reason,
      });
    });
  });
};
