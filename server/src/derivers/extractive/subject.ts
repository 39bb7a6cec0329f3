import type { ImageryDomain, Language } from '../../domain/languages/language';
import { placesOf, type Motif, type Place } from './motif';
import { PHYSICAL_DOMAINS } from './noun-lists';
import type { PickedScene, ScenePicker } from './scene-picker';

/**
 * A weaker thing is a passing mention: the scene alone makes the better picture. Where texts are about things one
 * mention counts, elsewhere the text must come back to them, and keep doing so where nothing tells what it is about.
 */
const STRONG = { literal: 0.95, other: 2, usual: 1.2 };
const LITERAL: ImageryDomain[] = ['food', 'travel', 'home', 'nature'];

/** What stands in which scene. No motifs: the scene shows its own props. */
export type Composition = { motifs: Motif[]; scene: PickedScene };

type Input = {
  /** Things of this slot's text, best first. */
  motifs: Motif[];
  /** The thing the whole article is about: the one that may come back in several pictures. */
  mainKey: string | null;
  /** Keys of things other pictures show. Grows. */
  used: Set<string>;
  domain: ImageryDomain;
  language: Language;
  picker: ScenePicker;
};

const shared = (a: Place[], b: Place[]): Place[] => a.filter((place) => b.includes(place));

/** "cheese and sheep cheese" is one thing said twice. */
const isSame = (a: Motif, b: Motif): boolean =>
  a.english.split(' ').some((word) => word.length > 2 && b.english.split(' ').includes(word));

/** What penguins eat is no dish. */
const isWild = (domain: ImageryDomain): boolean => domain === 'nature' || domain === 'science';

const thresholdFor = (domain: ImageryDomain): number => {
  if (domain === 'other') return STRONG.other;
  return LITERAL.includes(domain) ? STRONG.literal : STRONG.usual;
};

const isStrong = (motif: Motif, domain: ImageryDomain): boolean =>
  !(isWild(domain) && motif.kind === 'food') && motif.score >= thresholdFor(domain);

const companionOf = (first: Motif, rest: Motif[], domain: ImageryDomain): Motif | null => {
  if (!PHYSICAL_DOMAINS.has(domain) || first.kind === 'landscape') return null;
  const places = placesOf(first.kind, domain);
  return (
    rest.find(
      (other) =>
        !isSame(first, other) &&
        (domain === 'food' || (first.kind === 'food') === (other.kind === 'food')) &&
        shared(places, placesOf(other.kind, domain)).length > 0,
    ) ?? null
  );
};

/** The strongest things not yet shown, in a scene that can hold them; null when every scene is used. */
export const composeSubject = (input: Input): Composition | null => {
  const { motifs, mainKey, used, domain, picker } = input;
  const strong = motifs.filter((motif) => isStrong(motif, domain));
  const fresh = strong.filter(({ key }) => !used.has(key));
  const main = strong.filter(({ key }) => key === mainKey && !used.has(`${key} again`));
  for (const first of [...fresh, ...main]) {
    // The main thing of the article may come back once; after that the pictures would look alike.
    const isBack = used.has(first.key);
    const rest = fresh.filter((motif) => motif !== first);
    const second = companionOf(first, rest, domain);
    const places = placesOf(first.kind, domain);
    const scene = picker.pickFor({
      kind: first.kind,
      words: [first, ...(second ? [second] : [])].flatMap(({ english }) => english.split(' ')),
      places: second ? shared(places, placesOf(second.kind, domain)) : places,
    });
    if (!scene) continue;
    const shown = second ? [first, second] : [first];
    shown.forEach(({ key }) => used.add(key));
    if (isBack) used.add(`${first.key} again`);
    return { motifs: shown, scene };
  }
  const scene = picker.pick();
  return scene && { motifs: [], scene };
};
