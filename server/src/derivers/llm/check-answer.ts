import type { Article, Section } from '../../domain/article/article';
import { wordsOf } from '../../domain/article/words';
import { ENGLISH } from '../../domain/languages';
import type { Language } from '../../domain/languages/language';
import { cosine, countTerms, type Terms } from '../../domain/plan/term-vectors';
import type { ImageBrief } from '../../domain/prompts/image-brief';
import type { PromptContext } from '../../domain/prompts/prompt-rules';
import { withoutStyle, type StyleBible } from '../../domain/prompts/style-bible';
import type { Answer, AnswerImage } from './answer';
import { checkImage, type CheckedImage } from './check-image';
import { readStyle } from './read-style';

/** Above this two prompts make the same picture twice. */
const ALIKE = 0.75;

export type Order = {
  article: Article;
  language: Language;
  names: ReadonlySet<string>;
  offered: Section[];
  count: number;
  includeFeatured: boolean;
};

export type CheckedAnswer = {
  style: StyleBible;
  /** Briefs that keep every rule: featured first, then in reading order. */
  briefs: ImageBrief[];
  /** Sections the model chose for a brief that breaks a rule. */
  brokenSectionIds: string[];
  /** What is wrong, for the second chance and the record. */
  problems: string[];
};

const SENSITIVE = ['medical', 'violence', 'minors'];

const contextOf = ({ article, names }: Order, answer: Answer): PromptContext => ({
  title: article.title,
  names,
  isSensitive: (answer.article?.sensitivity ?? []).some((item) => SENSITIVE.includes(item)),
});

type Slot = { image: AnswerImage; section: Section | null };

/** The images the order has a place for: one featured, then one per offered section, as many as asked. */
const slotsOf = (order: Order, answer: Answer): Slot[] => {
  const featured = order.includeFeatured
    ? answer.images.filter(({ slot }) => slot === 'featured').slice(0, 1)
    : [];
  const inline = order.offered.flatMap((section) => {
    const image = answer.images.find(
      ({ slot, sectionId }) => slot !== 'featured' && sectionId === section.id,
    );
    return image ? [{ image, section, rank: answer.images.indexOf(image) }] : [];
  });
  // More than asked: the model's first choices, back in reading order.
  const first = [...inline].sort((a, b) => a.rank - b.rank).slice(0, order.count);
  return [
    ...featured.map((image) => ({ image, section: null })),
    ...inline.filter((slot) => first.includes(slot)),
  ];
};

const findCountProblems = (order: Order, answer: Answer, slots: Slot[]): string[] => {
  const known = new Set(order.offered.map(({ id }) => id));
  const unknown = answer.images.filter(
    ({ slot, sectionId }) => slot !== 'featured' && !known.has(sectionId ?? ''),
  );
  const inline = slots.filter(({ section }) => section !== null).length;
  const featured = slots.length - inline;
  return [
    ...(order.includeFeatured && featured === 0 ? ['the featured image is missing'] : []),
    ...(inline < order.count
      ? [`${order.count} inline images are needed, each in a section of its own`]
      : []),
    ...(unknown.length > 0 ? ['an inline image names a section that is not in the list'] : []),
  ];
};

const termsOf = (prompt: string): Terms =>
  countTerms(wordsOf(withoutStyle(prompt)).filter((word) => !ENGLISH.stopWords.has(word)));

const findRepeats = (checked: CheckedImage[]): CheckedImage[] => {
  const seen: Terms[] = [];
  return checked.map(({ brief, problems }) => {
    const terms = termsOf(brief.prompt);
    const isRepeat = seen.some((other) => cosine(terms, other) > ALIKE);
    seen.push(terms);
    return {
      brief,
      problems: isRepeat ? [...problems, 'the prompt repeats another one'] : problems,
    };
  });
};

const nameOf = ({ sectionId }: ImageBrief): string =>
  sectionId === null ? 'the featured image' : `the image of section ${sectionId}`;

/** Checks an answer against the order and the rules. Never throws: an answer of nonsense has no briefs. */
export const checkAnswer = (order: Order, answer: Answer): CheckedAnswer => {
  const context = contextOf(order, answer);
  const style = readStyle(answer, context);
  const slots = slotsOf(order, answer);
  const checked = findRepeats(
    slots.map(({ image, section }) =>
      checkImage({
        image,
        role: section ? 'in_article' : 'featured',
        sectionId: section?.id ?? null,
        style,
        language: order.language,
        context,
        heading: section ? (section.heading ?? '') : order.article.title,
      }),
    ),
  );
  const broken = checked.filter(({ problems }) => problems.length > 0);
  return {
    style,
    briefs: checked.filter((one) => !broken.includes(one)).map(({ brief }) => brief),
    brokenSectionIds: broken.flatMap(({ brief }) => brief.sectionId ?? []),
    problems: [
      ...findCountProblems(order, answer, slots),
      ...broken.flatMap(({ brief, problems }) =>
        problems.map((problem) => `${nameOf(brief)}: ${problem}`),
      ),
    ],
  };
};
