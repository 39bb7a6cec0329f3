import { beforeAll, describe, expect, it } from 'vitest';
import type { ImageryDomain } from '../../domain/languages/language';
import { findEnglishMotifs } from './english-motifs';
import { loadTagger, type Tagger } from './tagger';

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});

const phrases = (text: string, domain: ImageryDomain = 'food', heading = ''): string[] =>
  findEnglishMotifs({ text, heading, domain, tag }).map(({ english }) => english);

describe('findEnglishMotifs', () => {
  it('finds the things of a recipe, with words one can see before them', () => {
    const found = phrases('Whisk the eggs with grated cheese. Cook fresh pasta in a heavy pan.');
    expect(found).toEqual(
      expect.arrayContaining(['eggs', 'grated cheese', 'fresh pasta', 'a heavy pan']),
    );
  });

  it('never takes names of people, places or brands', () => {
    const found = phrases(
      'Apple and Shell met in Turkey. Mr. Baker of Jaguar drove to Cape Lizard with Robin Hood.',
      'travel',
    );
    expect(found).toEqual([]);
  });

  it('puts what the text comes back to before what it mentions once', () => {
    const text =
      'The lighthouse stands alone. A lighthouse shines far. The boat passes the lighthouse.';
    expect(phrases(text, 'travel')[0]).toBe('a lighthouse');
  });

  it('puts a thing of the heading first', () => {
    const text = 'Pick the pears and the plums.';
    expect(phrases(text, 'food', 'Storing Plums')[0]).toBe('plums');
  });

  it('leaves out words of code and figures of speech in articles on abstract things', () => {
    const text =
      'The tree has a root and a branch. A cloud of bugs fills the stack, a bridge spans it.';
    expect(phrases(text, 'technology')).toEqual([]);
    expect(phrases(text, 'nature')).toContain('a tree');
  });

  it('does not take the first half of a compound for the thing', () => {
    const found = phrases('They sold garden beds and a cheese factory outlet.', 'home');
    expect(found).not.toContain('beds');
    expect(found.join(' ')).not.toMatch(/\bcheese\b/);
  });

  it('does not see pictures in emoji codes', () => {
    expect(phrases(':movie_camera: :tent: A walk.', 'travel')).toEqual([]);
  });

  it('uses "a" and "an" by sound, and neither for what is not counted', () => {
    const found = phrases(
      'There was an owl, a unicycle and wet grass. Snow fell on the sea.',
      'nature',
    );
    expect(found).toEqual(expect.arrayContaining(['an owl', 'a unicycle', 'wet grass', 'the sea']));
  });

  it('leaves out what the text says is not there', () => {
    const found = phrases(
      'Three days without a car. We never took the old tram, only a ferry.',
      'travel',
    );
    expect(found).toEqual(['a ferry']);
  });

  it('finds nothing in nothing', () => {
    expect(phrases('')).toEqual([]);
    expect(phrases('12 34 %% ###')).toEqual([]);
  });
});
