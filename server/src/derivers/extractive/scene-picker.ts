import { ENGLISH } from '../../domain/languages';
import {
  SCENES_PER_DOMAIN,
  type ImageryDomain,
  type Language,
  type Scene,
} from '../../domain/languages/language';
import type { NounKind } from './concrete-nouns';
import type { Place } from './motif';
import { PHYSICAL_DOMAINS } from './noun-lists';

/** How a picture is framed, with the words that open its prompt. */
export const SHOTS = {
  wide: 'Wide view of',
  medium: 'Medium view of',
  close_up: 'Close view of',
  macro: 'Macro view of',
  overhead: 'Overhead view of',
  low_angle: 'Low angle view of',
  aerial: 'Aerial view of',
} as const;
export type Shot = keyof typeof SHOTS;

/**
 * For each scene of a domain, in the order of the language files: what can stand in it besides its own props (`-` for
 * nothing) and the shots that suit it.
 */
const FITTINGS: Record<ImageryDomain, string> = {
  food: `surface:overhead,close_up surface:overhead,medium food:close_up,overhead surface:close_up,overhead
    surface:wide,overhead ground:medium,low_angle`,
  travel: `vista,land:wide,aerial ground,vista:wide,medium surface:medium,close_up ground:low_angle,medium
    surface:close_up,medium ground,vista:low_angle,wide`,
  health: `surface:overhead,close_up surface:overhead,medium ground:wide,low_angle surface:close_up,overhead
    room:wide,medium surface:close_up,medium`,
  science: `surface:close_up,medium surface:overhead,macro vista:wide,low_angle surface:medium,close_up
    ground:wide,medium -:macro,close_up`,
  technology: `-:wide,low_angle surface:overhead,close_up room:wide,medium surface:medium,low_angle
    vista:wide,low_angle surface:macro,overhead`,
  business: `room:wide,medium surface:close_up,overhead vista:low_angle,wide surface:macro,close_up
    -:wide,medium ground:medium,low_angle`,
  government: `-:wide,low_angle room:wide,medium ground,vista:wide,aerial surface:medium,close_up
    ground:medium,low_angle vista:aerial,wide`,
  education: `room:wide,medium surface:close_up,overhead surface:medium,close_up room:medium,wide
    ground:wide,low_angle surface:overhead,close_up`,
  home: `room:wide,medium surface:medium,close_up surface:medium,overhead room:wide,medium
    ground,surface:medium,close_up surface:overhead,close_up`,
  nature: `ground:low_angle,wide vista,land:wide,aerial ground:medium,low_angle -:macro,overhead ground:wide,low_angle
    ground,vista:wide,aerial`,
  sport: `-:wide,low_angle surface:close_up,medium surface:low_angle,close_up -:wide,medium -:overhead,close_up
    vista:wide,medium`,
  culture: `-:wide,medium surface:close_up,overhead surface,room:wide,medium surface:overhead,close_up
    vista:wide,low_angle surface:medium,close_up`,
  other: `surface:close_up,overhead ground,vista:wide,aerial -:overhead,close_up room:wide,medium
    ground,vista:wide,low_angle surface:medium,close_up`,
};

/** A scene with its index, so that the same scene can be told in another language. */
export type PickedScene = { domain: ImageryDomain; index: number; shot: Shot };
type Fitting = { domain: ImageryDomain; index: number; places: string[]; shots: Shot[] };

const fittingsOf = (domain: ImageryDomain): Fitting[] =>
  FITTINGS[domain].split(/\s+/).map((text, index) => {
    const [places = '', shots = ''] = text.split(':');
    return { domain, index, places: places.split(','), shots: shots.split(',') as Shot[] };
  });

export const sceneIn = (language: Language, { domain, index }: PickedScene): Scene | null =>
  language.scenes?.[domain][index] ?? null;

/** Where a thing is at home, when the article's own scenes cannot hold it or are too dry for it. */
const HOME: Partial<Record<NounKind, ImageryDomain>> = {
  animal: 'nature',
  tree: 'nature',
  plant: 'nature',
  edibleAnimal: 'nature',
  ediblePlant: 'food',
  food: 'food',
  furniture: 'home',
  building: 'travel',
  landscape: 'travel',
  vehicle: 'travel',
};

// From far above or at a hair's breadth one thing cannot be told from another.
const UNFIT_FOR_THINGS: Shot[] = ['aerial', 'macro'];

type Wanted = {
  kind: NounKind;
  places: Place[];
  /** The English words of the thing, so that no mountains stand in front of mountains. */
  words: string[];
};

const repeats = ({ domain, index }: Fitting, words: string[]): boolean => {
  const setting = ENGLISH.scenes?.[domain][index]?.setting.split(' ') ?? [];
  return words.some((word) => word.length > 3 && setting.includes(word));
};

/**
 * Hands out scenes, each once per article: the domain's own first, starting at `offset` so that not every article of a
 * site opens with the same one, then neutral ones. Two pictures in a row never have the same shot.
 */
export const createScenePicker = (domain: ImageryDomain, offset: number) => {
  const turn = offset % SCENES_PER_DOMAIN;
  const used = new Set<string>();
  let previous: Shot | null = null;
  const listOf = (name: ImageryDomain): Fitting[] => {
    const list = fittingsOf(name);
    const turned = name === domain ? [...list.slice(turn), ...list.slice(0, turn)] : list;
    return turned.filter(({ index }) => !used.has(`${name}/${index}`));
  };
  const use = (fitting: Fitting, shots: Shot[]): PickedScene => {
    used.add(`${fitting.domain}/${fitting.index}`);
    const shot = shots.find((candidate) => candidate !== previous) ?? 'medium';
    previous = shot;
    return { domain: fitting.domain, index: fitting.index, shot };
  };
  return {
    /** A scene that can hold a thing of this kind in one of these places; null when none is left. */
    pickFor: ({ kind, places, words }: Wanted): PickedScene | null => {
      const home = HOME[kind];
      const isAtHome = PHYSICAL_DOMAINS.has(domain) && home !== 'food';
      const own = isAtHome || !home ? [domain, home] : [home, domain];
      const order = [...own, 'other' as const, 'nature' as const].flatMap((name) => name ?? []);
      const fitting = order
        .flatMap(listOf)
        .find(
          (candidate) =>
            places.some((place) => candidate.places.includes(place)) && !repeats(candidate, words),
        );
      if (!fitting) return null;
      const shots = fitting.shots.filter((shot) => !UNFIT_FOR_THINGS.includes(shot));
      return use(fitting, places.includes('land') ? fitting.shots : [...shots, 'medium', 'wide']);
    },
    /** Any scene, to stand alone; null when all are used. */
    pick: (): PickedScene | null => {
      const fitting = [domain, 'other' as const, 'nature' as const].flatMap(listOf)[0];
      return fitting ? use(fitting, [...fitting.shots, 'medium', 'wide']) : null;
    },
  };
};
export type ScenePicker = ReturnType<typeof createScenePicker>;
