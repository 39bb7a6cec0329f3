import { languageOf } from '../../domain/languages';
import type { Language } from '../../domain/languages/language';
import { shorten } from '../../domain/languages/split-text';
import { tidyAlternativeText } from '../../domain/prompts/alternative-text';
import type { ImageBrief } from '../../domain/prompts/image-brief';
import { findPromptProblems, type PromptContext } from '../../domain/prompts/prompt-rules';
import { withoutStyle, type StyleBible } from '../../domain/prompts/style-bible';
import type { AnswerImage } from './answer';
import { tidyPrompt } from './tidy-prompt';

const AVOID = ['letters', 'watermark', 'logo', 'border', 'collage'];
const MOST = { avoid: 12, avoidCharacters: 40, subject: 120, scene: 240, caption: 160 };
/** Of the picture itself: the style of the set alone would pass for a prompt. */
const LEAST_WORDS = 10;
const ADDRESS = /https?:|www\.|\S@\S+\.\S/i;

type Input = {
  image: AnswerImage;
  role: ImageBrief['role'];
  sectionId: string | null;
  style: StyleBible;
  language: Language;
  context: PromptContext;
  /** Taken as caption where the model's own is missing. */
  heading: string;
};

export type CheckedImage = { brief: ImageBrief; problems: string[] };

const plain = (text: string | null | undefined, limit: number): string =>
  shorten((text ?? '').replace(/<[^>]*>|[\p{Cc}]/gu, ' '), limit);

/** A few words can be of any language; a sentence gives itself away. */
const isInLanguage = (text: string, language: Language): boolean => {
  if (language.code === 'und') return true;
  const { code } = languageOf({ text, locale: language.code });
  // Japanese captions of places may hold no kana at all.
  return code === language.code || (language.code === 'ja' && code === 'zh');
};

const findTextProblems = (
  { alternativeText, caption }: Pick<ImageBrief, 'alternativeText' | 'caption'>,
  language: Language,
): string[] => [
  ...(alternativeText ? [] : ['"alt" is empty']),
  ...(ADDRESS.test(`${alternativeText} ${caption}`) ? ['"alt" or "caption" has an address'] : []),
  ...(alternativeText && !isInLanguage(alternativeText, language)
    ? [`"alt" must be in the language of the article (${language.code})`]
    : []),
];

const avoidOf = ({ avoid }: AnswerImage): string[] => {
  const own = (avoid ?? []).map((item) => plain(item, MOST.avoidCharacters)).filter(Boolean);
  return [...new Set([...AVOID, ...own])].slice(0, MOST.avoid);
};

/** Turns one image of the answer into a brief, repairing what can be repaired, and says what is still wrong with it. */
export const checkImage = (input: Input): CheckedImage => {
  const { image, role, sectionId, style, language, context, heading } = input;
  const prompt = tidyPrompt(image.prompt ?? '', style);
  const alternativeText = tidyAlternativeText(image.alt ?? '');
  const words = {
    alternativeText,
    caption: plain(image.caption, MOST.caption) || plain(heading, MOST.caption) || alternativeText,
  };
  const problems = prompt ? findPromptProblems(prompt, context) : ['is empty'];
  if (prompt && withoutStyle(prompt).split(' ').length < LEAST_WORDS) {
    problems.push('is too few words; describe setting and framing as well');
  }
  return {
    brief: {
      role,
      sectionId,
      subject: plain(image.subject, MOST.subject) || plain(image.prompt, MOST.subject),
      scene: plain(image.scene, MOST.scene) || plain(image.prompt, MOST.scene),
      prompt,
      avoid: avoidOf(image),
      ...words,
      palette: style.palette,
      derivedBy: 'llm',
    },
    problems: [
      ...problems.map((problem) => `the prompt ${problem}`),
      ...findTextProblems(words, language),
    ],
  };
};
