import type { Canvas } from './canvas';
import { paintBotanical } from './scenes/botanical';
import { paintCity } from './scenes/city';
import { paintFlatLay } from './scenes/flat-lay';
import { paintHills } from './scenes/hills';
import { paintMosaic } from './scenes/mosaic';
import { paintOrbits } from './scenes/orbits';
import { paintPaperCut } from './scenes/paper-cut';
import { paintStillLife } from './scenes/still-life';
import { paintWaves } from './scenes/waves';
import { paintWorkshop } from './scenes/workshop';
import type { Random } from './seeded-random';

export type Scene = { name: string; paint: (canvas: Canvas) => void };

/** Words, with a plural; a dash at the end means any ending ("garden-" also finds "gardening"). */
const wordList = (words: string): RegExp => {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((word) => (word.endsWith('-') ? `${word.slice(0, -1)}\\w*` : `${word}(?:s|es)?`));
  return new RegExp(`\\b(?:${parts.join('|')})\\b`, 'g');
};

const FOOD =
  wordList(`food cook cooked cooking recipe kitchen meal dish bread bake baking bakery baker cake cheese
  egg soup stew coffee tea wine beer fruit vegetable salad bowl plate breakfast dinner lunch supper restaurant butter
  milk cream rice pasta noodle meat fish spice sauce oil flour dough sugar honey chocolate potato- tomato- onion
  garlic apple pear lemon olive pan jar pepper salt grill- taste- cup jug`);
const HOME =
  wordList(`home room sofa couch window curtain interior living bed bedroom table chair shelf vase candle
  household cosy cozy furniture kitchen sleep`);
const GROWING =
  wordList(`plant- leaf leaves flower- garden- herb herbal seed seedling grow growing tree bloom- blossom-
  botan- forest root fern moss bee butterfl- wellness health healthy skin spring medicinal medicine allotment compost`);
const LAND =
  wordList(`mountain hill valley landscape trail hike hiker hiking path road field farm farmer farming
  vineyard countryside meadow forest tree climate weather earth land soil travel- journey village walk walker walking
  desert canyon horizon sunrise sunset dawn camp camping bicycle cycling nature natural wild wildlife sheep horse
  football sport running runner race training pitch stadium park pasture harvest wheat barn`);
const WATER =
  wordList(`sea ocean coast coastal beach water river lake boat ship sailing sailor harbour harbor swim
  swimming swimmer island wave surf surfing shore fish fishing marine tide storm rain ferry port pier lighthouse whale`);
const TOWN =
  wordList(`city cities town urban street house housing building architect- bridge traffic bus train tram
  station rent apartment flat neighbour- neighbor- econom- market public museum hotel roof tower square facade suburb
  terraced skyline commuter resident mayor`);
const ORDER =
  wordList(`business- financ- money bank banking budget tax taxes law legal court govern- policy policies
  police process report statistic- data chart plan planning strateg- rule form agency agencies contract- standard price
  sale customer company companies invest- election vote voter communit- societ- trade insurance ledger invoice account-`);
const SKY =
  wordList(`scien- space planet star orbit physic- atom- energy electric- network comput- software
  technolog- code coding internet digital machine robot- algorithm system research- universe satellite moon solar chip
  server cloud app security data laborator- experiment telescope power grid battery sensor quantum`);
const MAKING =
  wordList(`work working desk tool craft- workshop workbench write writer writing read reader reading
  book school classroom class teacher teaching learn- student pupil stud- educat- design- draw- paint- pencil paper
  notebook lamp office repair- guide lesson library libraries project team meeting making maker carpent- violin sew-`);
const IDEAS =
  wordList(`story stories idea culture cultural history historic mind emotion- feeling music- song art
  artist dance theatre theater poem poet- memor- dream hope fear love family friend language faith time future past
  change childhood grief peace identity tradition festival`);

type Family = Scene & {
  patterns: RegExp[];
  /** Scenes that also suit such a subject, so that the pictures of one article do not repeat each other. */
  kin: string[];
};

/** How often a scene gives way to one of its kin. */
const KIN_SHARE = 0.25;

const FAMILIES: [Family, ...Family[]] = [
  { name: 'hills', paint: paintHills, patterns: [LAND], kin: ['botanical', 'waves'] },
  { name: 'waves', paint: paintWaves, patterns: [WATER], kin: ['hills'] },
  { name: 'botanical', paint: paintBotanical, patterns: [GROWING], kin: ['hills'] },
  {
    name: 'still-life',
    paint: paintStillLife,
    patterns: [FOOD, HOME],
    kin: ['botanical'],
  },
  { name: 'flat-lay', paint: paintFlatLay, patterns: [FOOD], kin: ['botanical'] },
  { name: 'city', paint: paintCity, patterns: [TOWN], kin: ['mosaic'] },
  { name: 'mosaic', paint: paintMosaic, patterns: [ORDER], kin: ['city', 'workshop'] },
  { name: 'orbits', paint: paintOrbits, patterns: [SKY], kin: ['mosaic'] },
  {
    name: 'workshop',
    paint: paintWorkshop,
    patterns: [MAKING, HOME],
    kin: ['mosaic'],
  },
  { name: 'paper-cut', paint: paintPaperCut, patterns: [IDEAS], kin: ['hills', 'botanical'] },
];

/** Scenes that fit anything, for subjects no list knows. */
const NEUTRAL = ['paper-cut', 'mosaic', 'hills', 'botanical', 'workshop'];

const countMatches = (text: string, patterns: RegExp[]): number =>
  patterns.reduce((sum, pattern) => sum + (text.toLowerCase().match(pattern)?.length ?? 0), 0);

/**
 * The family of composition that fits the words: the subject counts most, then the heading, then how the prompt
 * begins (its end is about light and lenses). Among those that fit about equally well, and their kin, the seed decides.
 */
export const chooseScene = ({
  subject,
  section,
  prompt,
  random,
}: {
  subject: string;
  section: string | null;
  prompt: string;
  random: Random;
}): Scene => {
  const opening = prompt.split(/[.\n]/)[0] ?? '';
  const scored = FAMILIES.map((family) => ({
    family,
    score:
      countMatches(subject, family.patterns) * 4 +
      countMatches(section ?? '', family.patterns) * 2 +
      countMatches(opening, family.patterns),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  const fitting = scored
    .filter(({ score }) => score > 0 && score >= best * 0.7)
    .map(({ family }) => family);
  const pool = fitting.length > 0 ? fitting : FAMILIES.filter(({ name }) => NEUTRAL.includes(name));
  const chosen = random.pick([pool[0] ?? FAMILIES[0], ...pool.slice(1)]);
  const kin = FAMILIES.filter(({ name }) => chosen.kin.includes(name));
  return random.chance(KIN_SHARE) ? random.pick([kin[0] ?? chosen, ...kin.slice(1)]) : chosen;
};
