import type { ImageryDomain } from '../../domain/languages/language';
import type { StyleBible } from '../../domain/prompts/style-bible';

const photograph = (palette: string, light: string, lens: string, mood: string): StyleBible => ({
  medium: 'natural editorial photograph',
  palette,
  light,
  lens,
  mood,
});

/** One look per domain, the same in every picture of an article. */
export const STYLES: Readonly<Record<ImageryDomain, StyleBible>> = {
  food: photograph('warm ochre and sage', 'soft window light', '50mm lens', 'homely'),
  travel: photograph('terracotta and sea blue', 'low morning sun', '35mm lens', 'open'),
  health: photograph('soft white and leaf green', 'gentle daylight', '50mm lens', 'calm'),
  science: photograph('cool gray and deep teal', 'clear even light', '60mm macro lens', 'curious'),
  technology: photograph('slate blue and amber', 'cool diffuse light', '35mm lens', 'focused'),
  business: photograph('warm gray and navy', 'bright window light', '35mm lens', 'composed'),
  government: photograph('limestone and muted blue', 'clear daylight', '35mm lens', 'steady'),
  education: photograph('honey wood and sky blue', 'bright side light', '35mm lens', 'inviting'),
  home: photograph('cream and olive', 'late afternoon light', '35mm lens', 'cosy'),
  nature: photograph('moss green and mist gray', 'soft early light', '85mm lens', 'quiet'),
  sport: photograph('grass green and clean white', 'crisp daylight', '85mm lens', 'energetic'),
  culture: photograph('burgundy and warm gold', 'soft directional light', '50mm lens', 'rich'),
  other: photograph('warm sand and slate', 'soft daylight', '50mm lens', 'calm'),
};

/** For articles of war, death and crime. */
export const GRAVE_STYLE: StyleBible = photograph(
  'muted gray and faded blue',
  'overcast daylight',
  '50mm lens',
  'still',
);
