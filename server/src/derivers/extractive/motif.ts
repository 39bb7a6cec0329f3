import type { ImageryDomain } from '../../domain/languages/language';
import type { NounKind } from './concrete-nouns';

/** A thing of the text a picture can show. */
export type Motif = {
  /** Tells motifs apart: the English lemma. */
  key: string;
  /** For the prompt: "fresh sheep cheese", "a stone bridge". */
  english: string;
  /** For people, in the article's language. */
  native: string;
  kind: NounKind;
  /** How much the text is about it; 1 is a single mention of something fully concrete. */
  score: number;
};

/**
 * Where things of a kind can stand: on a surface, in a pan, in a room, on open ground, in a wide view, or as the land
 * itself.
 */
export type Place = 'surface' | 'food' | 'room' | 'ground' | 'vista' | 'land';

const PLACES_OF: Record<NounKind, Place[]> = {
  animal: ['ground', 'vista'],
  building: ['vista'],
  edibleAnimal: ['ground', 'vista'],
  ediblePlant: ['surface', 'ground'],
  food: ['food', 'surface'],
  furniture: ['room'],
  landscape: ['land'],
  // Gold, water and stone have no shape of their own: they only qualify other things.
  material: [],
  plant: ['surface', 'ground'],
  thing: ['surface'],
  tree: ['ground', 'vista'],
  vehicle: ['vista'],
};

/** The same salmon lies on a board in a recipe and swims in a report on rivers. */
export const placesOf = (kind: NounKind, domain: ImageryDomain): Place[] =>
  domain === 'food' && (kind === 'edibleAnimal' || kind === 'ediblePlant')
    ? PLACES_OF.food
    : PLACES_OF[kind];
