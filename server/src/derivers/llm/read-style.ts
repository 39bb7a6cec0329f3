import { findPromptProblems, type PromptContext } from '../../domain/prompts/prompt-rules';
import { PLAIN_STYLE, styleSentence, type StyleBible } from '../../domain/prompts/style-bible';
import type { Answer } from './answer';

const MOST_WORDS = 8;
/** The rules ask for 15 words; a style alone has fewer, and these break none. */
const NEUTRAL = 'A smooth stone lies on a plain wooden table near a tall window in the room.';

const tidy = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[.;:\s]+$/, '')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS)
    .join(' ');

const isUsable = (style: StyleBible, context: PromptContext): boolean =>
  Object.values(style).every(Boolean) &&
  findPromptProblems(`${NEUTRAL} ${styleSentence(style)}`, context).length === 0;

/** The style of the set, or a plain one where the model's own breaks a rule. */
export const readStyle = (answer: Answer, context: PromptContext): StyleBible => {
  const { medium, palette, light, lens, mood } = answer.style ?? {};
  const style: StyleBible = {
    medium: tidy(medium),
    palette: tidy(palette).replace(/^palette of /i, ''),
    light: tidy(light),
    lens: tidy(lens),
    mood: tidy(mood).replace(/ mood$/i, ''),
  };
  return isUsable(style, context) ? style : PLAIN_STYLE;
};
