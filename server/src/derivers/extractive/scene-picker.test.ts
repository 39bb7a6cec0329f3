import { describe, expect, it } from 'vitest';
import { ENGLISH, LANGUAGES } from '../../domain/languages';
import { IMAGERY_DOMAINS } from '../../domain/languages/language';
import { createScenePicker, sceneIn } from './scene-picker';

const MOST_PICTURES = 9;

describe.each(IMAGERY_DOMAINS)('the scenes of "%s"', (domain) => {
  it('suffice for a cover and eight pictures, each once, never two of a shot in a row', () => {
    const picker = createScenePicker(domain, 3);
    const picked = Array.from({ length: MOST_PICTURES }, () => picker.pick());
    const keys = picked.map((scene) => `${scene?.domain}/${scene?.index}`);
    expect(picked).not.toContain(null);
    expect(new Set(keys).size).toBe(MOST_PICTURES);
    picked.slice(1).forEach((scene, i) => expect(scene?.shot).not.toBe(picked[i]?.shot));
  });

  it('exist in every language', () => {
    const picker = createScenePicker(domain, 0);
    for (let i = 0; i < MOST_PICTURES; i += 1) {
      const scene = picker.pick();
      if (!scene) throw new Error('a scene was expected');
      for (const language of LANGUAGES) expect(sceneIn(language, scene)?.setting).toBeTruthy();
    }
  });
});

describe('createScenePicker', () => {
  it('starts elsewhere for another article', () => {
    const first = createScenePicker('food', 0).pick();
    const second = createScenePicker('food', 1).pick();
    expect(second?.index).not.toBe(first?.index);
    expect(createScenePicker('food', 7).pick()).toEqual(second);
  });

  it('gives things a place that can hold them', () => {
    const picker = createScenePicker('government', 0);
    const scene = picker.pickFor({ kind: 'animal', places: ['ground', 'vista'], words: ['bears'] });
    expect(scene?.domain).toBe('nature');
  });

  it('does not put mountains in front of mountains', () => {
    const picker = createScenePicker('travel', 0);
    const scene = picker.pickFor({ kind: 'landscape', places: ['land'], words: ['mountains'] });
    const setting = scene && sceneIn(ENGLISH, scene)?.setting;
    expect(setting ?? '').not.toContain('mountains');
  });

  it('shows no thing from far above or at a hair’s breadth', () => {
    for (const domain of IMAGERY_DOMAINS) {
      const picker = createScenePicker(domain, 0);
      for (let i = 0; i < MOST_PICTURES; i += 1) {
        const scene = picker.pickFor({
          kind: 'animal',
          places: ['ground', 'vista'],
          words: ['owl'],
        });
        expect(['aerial', 'macro']).not.toContain(scene?.shot);
      }
    }
  });

  it('says so when no place is left', () => {
    const picker = createScenePicker('food', 0);
    const wanted = { kind: 'food' as const, places: ['food' as const], words: ['onions'] };
    expect(picker.pickFor(wanted)).not.toBeNull();
    expect(picker.pickFor(wanted)).toBeNull();
  });
});
