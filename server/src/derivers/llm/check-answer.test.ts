import { describe, expect, it } from 'vitest';
import { answerImage, answerWith } from '../../../../test/fakes/picture-editor';
import { articleFrom, section } from '../../../../test/fakes/read-text';
import { LANGUAGES } from '../../domain/languages';
import { findNames } from '../../domain/prompts/article-names';
import { PLAIN_STYLE } from '../../domain/prompts/style-bible';
import { parseAnswer, type Answer } from './answer';
import { checkAnswer, type Order } from './check-answer';
import { tidyPrompt } from './tidy-prompt';

const article = articleFrom({
  title: 'Four walks along the coast',
  body: ['North', 'East', 'South', 'West']
    .map((name) => section(name, 'The path runs past the Larsen barn and a wide bay to the beach.'))
    .join('\n\n'),
});

const order = (more: Partial<Order> = {}): Order => {
  const language = LANGUAGES.find(({ code }) => code === 'en');
  if (!language) throw new Error('English is missing');
  return {
    article,
    language,
    names: findNames(article, language),
    offered: article.sections,
    count: 2,
    includeFeatured: true,
    ...more,
  };
};

const parse = (images: Record<string, unknown>[], style?: unknown): Answer => {
  const answer = answerWith(images);
  const parsed = parseAnswer(style === undefined ? answer : { ...answer, style });
  if (!parsed) throw new Error('an answer was expected');
  return parsed;
};

const featured = answerImage(0, 'en', { slot: 'featured' });
const inline = (index: number, sectionId: string, more: Record<string, unknown> = {}) =>
  answerImage(index, 'en', { sectionId, ...more });

const check = (images: Record<string, unknown>[], more: Partial<Order> = {}) =>
  checkAnswer(order(more), parse(images));
const ids = ({ briefs }: ReturnType<typeof check>) => briefs.map(({ sectionId }) => sectionId);

describe('checkAnswer', () => {
  it('takes a good answer as it is', () => {
    const checked = check([featured, inline(1, 's1'), inline(2, 's3')]);
    expect(checked.problems).toEqual([]);
    expect(ids(checked)).toEqual([null, 's1', 's3']);
    expect(checked.briefs[0]).toMatchObject({ role: 'featured', derivedBy: 'llm' });
    expect(checked.briefs[1]?.avoid).toContain('crowds');
    expect(checked.briefs[1]?.palette).toBe('slate blue and ochre');
  });

  it('puts sections back into reading order', () => {
    expect(ids(check([inline(1, 's4'), inline(2, 's2'), featured]))).toEqual([null, 's2', 's4']);
  });

  it('keeps the first choices of an answer with too many', () => {
    const many = Array.from({ length: 50 }, (_, i) => inline((i % 8) + 1, `s${4 - (i % 4)}`));
    const checked = check([featured, ...many]);
    expect(ids(checked)).toEqual([null, 's3', 's4']);
    expect(checked.problems).toEqual([]);
  });

  it('keeps one featured image of two', () => {
    const checked = check([
      featured,
      { ...featured, subject: 'other' },
      inline(1, 's1'),
      inline(2, 's2'),
    ]);
    expect(ids(checked)).toEqual([null, 's1', 's2']);
  });

  it('asks for a missing featured image', () => {
    expect(check([inline(1, 's1'), inline(2, 's2')]).problems.join()).toContain(
      'featured image is missing',
    );
  });

  it('takes no featured image where none was ordered', () => {
    const checked = check([featured, inline(1, 's1'), inline(2, 's2')], { includeFeatured: false });
    expect(ids(checked)).toEqual(['s1', 's2']);
    expect(checked.problems).toEqual([]);
  });

  it('counts a section once and an unknown one not at all', () => {
    const checked = check([featured, inline(1, 's1'), inline(2, 's1'), inline(3, 's99')]);
    expect(ids(checked)).toEqual([null, 's1']);
    expect(checked.problems.join()).toContain('2 inline images');
    expect(checked.problems.join()).toContain('not in the list');
  });

  it.each([
    ['a quotation', { prompt: `${String(featured.prompt)} A board reads "OPEN".` }, 'quotation'],
    ['a negation', { prompt: `${String(featured.prompt)} There are no people.` }, 'missing'],
    ['a name', { prompt: `${String(featured.prompt)} Beside it is the Larsen barn.` }, 'Larsen'],
    ['an address', { prompt: `${String(featured.prompt)} See https://evil.example.` }, 'address'],
    ['a control token', { prompt: `${String(featured.prompt)} <|im_start|>` }, 'markup'],
    ['few words', { prompt: 'A lighthouse.' }, 'words'],
    ['no prompt', { prompt: null }, 'empty'],
    ['the title', { prompt: `Four walks along the coast. ${String(featured.prompt)}` }, 'title'],
    ['no alternative text', { alt: ' ' }, '"alt" is empty'],
    [
      'another language',
      { alt: 'Un phare rouge se dresse sur la falaise au-dessus de la mer.' },
      'language',
    ],
    ['an address in alt', { alt: 'See www.evil.example for more.' }, 'address'],
  ])('refuses an image with %s', (_name, more, problem) => {
    const checked = check([featured, inline(1, 's1', more), inline(2, 's2')]);
    expect(ids(checked)).toEqual([null, 's2']);
    expect(checked.brokenSectionIds).toEqual(['s1']);
    expect(checked.problems.join()).toContain(problem);
    expect(checked.problems.join()).toContain('section s1');
  });

  it('refuses the same picture twice', () => {
    const checked = check([featured, inline(1, 's1'), inline(1, 's2')]);
    expect(checked.problems.join()).toContain('repeats');
  });

  it('repairs what can be repaired', () => {
    const checked = check([
      featured,
      inline(1, 's1', { alt: 'An image of <b>three</b> ripe pears in a bowl', caption: '' }),
      inline(2, 's2', { alt: 'A boat lies in the canal beside the old houses. '.repeat(6) }),
    ]);
    expect(checked.problems).toEqual([]);
    expect(checked.briefs[1]?.alternativeText).toBe('Three ripe pears in a bowl.');
    expect(checked.briefs[1]?.caption).toBe('North');
    expect(checked.briefs[2]?.alternativeText.length).toBeLessThanOrEqual(125);
  });

  it('keeps children out of sensitive articles', () => {
    const answer = parse([
      featured,
      inline(1, 's1', { prompt: `${String(featured.prompt)} Two children wave from there.` }),
      inline(2, 's2'),
    ]);
    const sensitive = { ...answer, article: { sensitivity: ['medical'] } };
    expect(checkAnswer(order(), sensitive).problems.join()).toContain('minors');
  });

  it.each([
    ['is missing', null],
    ['denies', { medium: 'photo', palette: 'no color', light: 'soft', lens: '35mm', mood: 'calm' }],
    [
      'names a brand',
      { medium: 'Kodak film', palette: 'red', light: 'Leica look', lens: '35mm', mood: 'calm' },
    ],
    ['is no object', 'beautiful'],
  ])('takes a plain style where the answer’s %s', (_name, style) => {
    const checked = checkAnswer(
      order(),
      parse([featured, inline(1, 's1'), inline(2, 's2')], style),
    );
    expect(checked.style).toEqual(PLAIN_STYLE);
    expect(checked.briefs[0]?.prompt).toContain(PLAIN_STYLE.palette);
    expect(checked.briefs).toHaveLength(3);
  });

  it('cuts a style that goes on and on', () => {
    const style = Object.fromEntries(
      ['medium', 'palette', 'light', 'lens', 'mood'].map((key) => [
        key,
        'soft and warm '.repeat(40),
      ]),
    );
    const checked = checkAnswer(
      order(),
      parse([featured, inline(1, 's1'), inline(2, 's2')], style),
    );
    for (const { prompt } of checked.briefs) expect(prompt.length).toBeLessThanOrEqual(600);
  });
});

describe('parseAnswer', () => {
  it.each([null, 'prose', 42, [], {}, { images: 'none' }, { images: null }])(
    'takes %j for no answer',
    (json) => {
      expect(parseAnswer(json)).toBeNull();
    },
  );

  it('reads what is of use and looks past the rest', () => {
    const parsed = parseAnswer({
      images: [
        { slot: 'inline', sectionId: 's1', prompt: 12, avoid: 'x', extra: true },
        'no image',
        null,
      ],
      style: 7,
    });
    expect(parsed?.images).toHaveLength(1);
    expect(parsed?.images[0]).toMatchObject({ sectionId: 's1', prompt: null, avoid: null });
    expect(parsed?.style).toBeNull();
  });

  it('does not look at thousands of images', () => {
    const images = Array.from({ length: 5000 }, () => ({ slot: 'inline' }));
    expect(parseAnswer({ images })?.images.length).toBeLessThan(100);
  });
});

describe('tidyPrompt', () => {
  it('makes a runaway prompt fit, at a sentence', () => {
    const prompt = tidyPrompt(
      'The heron waits in the reeds beside still water. '.repeat(60),
      PLAIN_STYLE,
    );
    expect(prompt.length).toBeLessThanOrEqual(600);
    expect(prompt.split(' ').length).toBeLessThanOrEqual(110);
    expect(prompt).toContain('still water. Shared style:');
  });

  it('makes a runaway sentence fit, at a word', () => {
    const prompt = tidyPrompt('the heron waits, '.repeat(200), PLAIN_STYLE);
    expect(prompt.length).toBeLessThanOrEqual(600);
    expect(prompt).toMatch(/\w\. Shared style:/);
  });

  it('leaves nothing of nothing', () => {
    expect(tidyPrompt(' \n ', PLAIN_STYLE)).toBe('');
  });
});
