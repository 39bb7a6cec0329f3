/** The look all pictures of one article share, in a few English words each. */
export type StyleBible = {
  medium: string;
  palette: string;
  light: string;
  lens: string;
  mood: string;
};

const OPENING = 'Shared style:';

/** The sentence every prompt of the set ends with. */
export const styleSentence = ({ medium, palette, light, lens, mood }: StyleBible): string =>
  `${OPENING} ${medium}, palette of ${palette}, ${light}, ${lens}, ${mood} mood, clean unmarked surfaces.`;

/** The prompt without the set's style sentence: what this one picture shows. */
export const withoutStyle = (prompt: string): string => prompt.split(OPENING)[0]?.trim() ?? '';

/** Gives a prompt the style of the set, in place of the one it has. */
export const withStyle = (prompt: string, style: StyleBible): string =>
  `${withoutStyle(prompt)} ${styleSentence(style)}`.trim();

/** Where nothing better is known. */
export const PLAIN_STYLE: StyleBible = {
  medium: 'natural editorial photograph',
  palette: 'warm sand and slate',
  light: 'soft daylight',
  lens: '50mm lens',
  mood: 'calm',
};
