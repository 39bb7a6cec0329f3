import { mix, shift, withLightness, type Colour } from './colour';
import { createRandom, hashText, type Random } from './seeded-random';

/** The colours of one set of pictures, by what they are for. */
export type Palette = {
  /** Backdrop from above to below. */
  skyHigh: Colour;
  skyLow: Colour;
  /** The main colour, from deep to pale. */
  tones: [deep: Colour, dark: Colour, middle: Colour, soft: Colour, pale: Colour];
  /** A second colour beside it, from dark to pale. */
  seconds: [dark: Colour, middle: Colour, pale: Colour];
  /** The one thing to look at. */
  accent: Colour;
  accentDeep: Colour;
  /** The accent where it is warm, for what shines. */
  sun: Colour;
  paper: Colour;
  ink: Colour;
  light: Colour;
};

const named = (l: number, c: number, h: number): Colour => ({ l, c, h });

/** Words people use for colours, as seen in print rather than on a web page. */
const COLOURS: Record<string, Colour> = {
  red: named(0.56, 0.19, 27),
  crimson: named(0.48, 0.18, 20),
  brick: named(0.52, 0.14, 34),
  rust: named(0.54, 0.14, 43),
  terracotta: named(0.62, 0.13, 42),
  clay: named(0.64, 0.1, 48),
  coral: named(0.72, 0.15, 30),
  salmon: named(0.75, 0.12, 32),
  orange: named(0.71, 0.16, 55),
  apricot: named(0.8, 0.11, 62),
  peach: named(0.85, 0.08, 58),
  amber: named(0.78, 0.15, 75),
  ochre: named(0.7, 0.13, 78),
  gold: named(0.77, 0.13, 85),
  honey: named(0.78, 0.13, 78),
  mustard: named(0.78, 0.14, 84),
  yellow: named(0.86, 0.15, 95),
  lemon: named(0.9, 0.14, 102),
  straw: named(0.86, 0.08, 92),
  sand: named(0.83, 0.06, 80),
  cream: named(0.93, 0.04, 88),
  ivory: named(0.95, 0.025, 90),
  wheat: named(0.83, 0.08, 85),
  olive: named(0.58, 0.1, 112),
  moss: named(0.54, 0.1, 125),
  lime: named(0.82, 0.17, 122),
  sage: named(0.71, 0.06, 140),
  green: named(0.58, 0.13, 148),
  forest: named(0.42, 0.09, 152),
  emerald: named(0.57, 0.13, 160),
  mint: named(0.85, 0.08, 165),
  jade: named(0.62, 0.1, 168),
  teal: named(0.53, 0.09, 195),
  turquoise: named(0.71, 0.11, 192),
  aqua: named(0.8, 0.09, 200),
  sky: named(0.77, 0.09, 235),
  azure: named(0.66, 0.13, 242),
  blue: named(0.54, 0.15, 254),
  cobalt: named(0.48, 0.17, 260),
  navy: named(0.35, 0.09, 258),
  slate: named(0.52, 0.04, 245),
  steel: named(0.6, 0.05, 240),
  indigo: named(0.42, 0.15, 278),
  violet: named(0.5, 0.17, 295),
  purple: named(0.48, 0.16, 308),
  lavender: named(0.76, 0.08, 298),
  lilac: named(0.78, 0.09, 312),
  plum: named(0.44, 0.12, 335),
  aubergine: named(0.36, 0.1, 330),
  magenta: named(0.58, 0.2, 345),
  pink: named(0.76, 0.12, 0),
  rose: named(0.68, 0.14, 8),
  blush: named(0.86, 0.06, 25),
  burgundy: named(0.4, 0.12, 15),
  brown: named(0.48, 0.08, 55),
  chestnut: named(0.46, 0.1, 45),
  chocolate: named(0.38, 0.07, 48),
  coffee: named(0.42, 0.06, 55),
  copper: named(0.62, 0.12, 50),
  bronze: named(0.57, 0.1, 72),
  walnut: named(0.45, 0.06, 60),
  wood: named(0.6, 0.08, 65),
  stone: named(0.74, 0.02, 80),
  limestone: named(0.84, 0.025, 85),
  leaf: named(0.6, 0.13, 140),
  grass: named(0.62, 0.14, 138),
  pine: named(0.42, 0.08, 160),
  sea: named(0.6, 0.09, 220),
  ocean: named(0.5, 0.1, 230),
  ice: named(0.9, 0.03, 220),
  mist: named(0.82, 0.015, 220),
  fog: named(0.8, 0.01, 230),
  snow: named(0.96, 0.01, 230),
  sunset: named(0.7, 0.15, 45),
  linen: named(0.91, 0.02, 82),
  beige: named(0.87, 0.04, 80),
  grey: named(0.66, 0.012, 250),
  gray: named(0.66, 0.012, 250),
  silver: named(0.8, 0.01, 250),
  charcoal: named(0.34, 0.015, 260),
  black: named(0.25, 0.01, 260),
  white: named(0.95, 0.008, 90),
};

/** A map, because words from outside may be `constructor`. */
const COLOUR_WORDS = new Map(Object.entries(COLOURS));

/** Where no colour is named: pairs that printers have trusted for long. */
const TRUSTED_PAIRS: [string, string, string][] = [
  ['terracotta', 'sage', 'gold'],
  ['teal', 'sand', 'coral'],
  ['indigo', 'lavender', 'amber'],
  ['forest', 'wheat', 'rust'],
  ['slate', 'peach', 'mustard'],
  ['plum', 'rose', 'apricot'],
  ['navy', 'sky', 'coral'],
  ['olive', 'straw', 'brick'],
  ['jade', 'cream', 'salmon'],
  ['ochre', 'steel', 'crimson'],
];

const MOODS: [RegExp, (colour: Colour) => Colour][] = [
  [
    /\b(muted|soft|dusty|gentle|calm|subdued|neutral|faded|cool gr[ae]y)\b/,
    (colour) => shift(colour, { c: -colour.c * 0.3 }),
  ],
  [/\b(pastel|pale|airy)\b/, (colour) => shift(colour, { l: 0.08, c: -colour.c * 0.3 })],
  [/\b(vivid|bright|bold|saturated|vibrant)\b/, (colour) => shift(colour, { c: colour.c * 0.25 })],
  [/\b(dark|deep|moody|night)\b/, (colour) => shift(colour, { l: -0.06 })],
  [/\b(warm|golden|sunny|autumn)\b/, (colour) => mix(colour, { ...colour, h: 60 }, 0.14)],
  [/\b(cool|cold|winter|icy)\b/, (colour) => mix(colour, { ...colour, h: 230 }, 0.14)],
];

/** "slate blue" is one colour, not two; "warm" belongs to the words beside it. */
const colourOfPhrase = (phrase: string): Colour[] => {
  const words = phrase.match(/[a-z]+/g) ?? [];
  const [first, ...others] = words.flatMap((word) => COLOUR_WORDS.get(word) ?? []);
  if (!first) return [];
  const mixed = others.reduce((kept, one) => mix(kept, one, 0.55), first);
  return [MOODS.reduce((kept, [mood, change]) => (mood.test(phrase) ? change(kept) : kept), mixed)];
};

const namedColours = (words: string): Colour[] =>
  words
    .split(/,|;|&|\+|\/|\band\b|\bwith\b/)
    .flatMap(colourOfPhrase)
    .slice(0, 3);

const trusted = (words: string): Colour[] => {
  const pair = TRUSTED_PAIRS[hashText(words) % TRUSTED_PAIRS.length] ?? [];
  return pair.flatMap((word) => COLOUR_WORDS.get(word) ?? []);
};

const hueDistance = (one: number, other: number): number =>
  Math.abs(((one - other + 540) % 360) - 180);

/** What goes with a main colour of these hues, the first choice first. */
const ACCENTS: [upTo: number, first: string, next: string][] = [
  [65, 'mustard', 'teal'],
  [112, 'brick', 'slate'],
  [178, 'terracotta', 'amber'],
  [285, 'coral', 'amber'],
  [340, 'apricot', 'coral'],
  [360, 'mustard', 'jade'],
];

const findAccent = (base: Colour, second: Colour): Colour => {
  const [, first, next] = ACCENTS.find(([upTo]) => base.h <= upTo) ?? [0, 'coral', 'amber'];
  const [one, other] = [COLOUR_WORDS.get(first), COLOUR_WORDS.get(next)];
  const isTaken = one && hueDistance(one.h, second.h) < 25 && second.c > 0.05;
  return (isTaken ? other : one) ?? second;
};

/** Greys and creams serve beside a colour, not instead of one. */
const isNeutral = ({ c }: Colour): boolean => c < 0.05;

const chooseColours = (words: string): [Colour, Colour, Colour] => {
  const found = namedColours(words);
  const colours = found.length > 0 ? found : trusted(words);
  const chromatic = colours.filter((colour) => !isNeutral(colour));
  const [first, next, third] = [...chromatic, ...colours.filter(isNeutral)];
  const base = first ?? named(0.6, 0.1, 40);
  const second = next ?? shift(base, { h: 42, c: -base.c * 0.3 });
  return [base, second, third && !isNeutral(third) ? third : findAccent(base, second)];
};

const isWarm = ({ h }: Colour): boolean => h < 112 || h > 340;

/** Nobody takes a blue disc for the sun: cool accents leave it to the warmest colour of the set, or to plain daylight. */
const findSun = (colours: Colour[]): Colour => {
  const warm = colours.find(isWarm) ?? named(0.8, 0.1, 70);
  return { ...warm, l: Math.min(0.84, Math.max(0.7, warm.l)), c: Math.max(0.1, warm.c) };
};

/** Yellows that only get darker turn to olive; wood and caramel lie towards red. */
const deepen = (colour: Colour, l: number): Colour => {
  const isYellow = colour.h > 50 && colour.h < 105;
  const share = Math.min(1, Math.max(0, (l - 0.3) / 0.5));
  return { ...colour, l, h: isYellow ? 50 + (colour.h - 50) * share : colour.h };
};

const build = (base: Colour, second: Colour, accent: Colour): Palette => {
  const chroma = Math.max(base.c, 0.035);
  const tone = (l: number, c: number): Colour => deepen({ ...base, c: chroma * c }, l);
  const beside = (l: number, c: number): Colour =>
    deepen({ ...second, c: Math.max(second.c * c, 0.025) }, l);
  const sun = findSun([accent, second, base]);
  return {
    skyHigh: mix(tone(0.8, 0.5), withLightness(second, 0.8), 0.55),
    skyLow: mix(tone(0.94, 0.3), { l: 0.95, c: 0.05, h: sun.h }, 0.5),
    tones: [tone(0.31, 0.6), tone(0.44, 0.82), tone(0.57, 1), tone(0.71, 0.8), tone(0.85, 0.5)],
    seconds: [beside(0.48, 1), beside(0.66, 1), beside(0.84, 0.6)],
    accent: { ...accent, l: Math.min(0.78, Math.max(0.62, accent.l)), c: Math.max(accent.c, 0.11) },
    accentDeep: deepen({ ...accent, c: Math.max(accent.c * 0.95, 0.1) }, 0.53),
    sun,
    paper: { l: 0.945, c: 0.022, h: 82 },
    ink: { l: 0.24, c: 0.025, h: tone(0.3, 1).h },
    light: { l: 0.975, c: 0.018, h: 82 },
  };
};

/**
 * A harmonious palette from words such as "warm ochre and sage". The same words give the same colours, so the
 * pictures of one article belong together; the seed only moves the hues a little.
 */
export const createPalette = ({ words, seed }: { words: string; seed: string }): Palette => {
  const random: Random = createRandom(`palette ${seed}`);
  const drift = random.between(-4, 4);
  const [base, second, accent] = chooseColours(words.toLowerCase());
  const move = (colour: Colour): Colour => shift(colour, { h: drift });
  return build(move(base), move(second), move(accent));
};
