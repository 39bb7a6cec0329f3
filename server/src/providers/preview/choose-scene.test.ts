import { describe, expect, it } from 'vitest';
import { chooseScene } from './choose-scene';
import { createRandom } from './seeded-random';

const names = (subject: string, section: string | null = null, prompt = ''): Set<string> =>
  new Set(
    Array.from(
      { length: 24 },
      (_, seed) => chooseScene({ subject, section, prompt, random: createRandom(`${seed}`) }).name,
    ),
  );

describe('chooseScene', () => {
  it.each([
    ["sheep's-milk cheese and eggs", ['flat-lay', 'still-life']],
    ['mountain trail at dawn', ['hills']],
    ['fishing boats in the harbour', ['waves']],
    ['a row of terraced houses', ['city']],
    ['server racks in a data centre', ['orbits']],
    ['tax forms and contracts', ['mosaic']],
    ['medicinal herbs', ['botanical']],
    ['a violin maker at the workbench', ['workshop']],
    ['memories of childhood', ['paper-cut']],
    ['solar panels and the power grid', ['orbits']],
  ])('shows %s as %j', (subject, expected) => {
    expect([...names(subject)].sort()).toEqual(expected);
  });

  it('lets the heading and the opening of the prompt decide when the subject says nothing', () => {
    expect([...names('xyz', 'Along the coast')]).toEqual(['waves']);
    expect([...names('xyz', null, 'View of a skyline.\nSoft window light on a table.')]).toEqual([
      'city',
    ]);
  });

  it('has something for subjects no list knows, and not always the same', () => {
    expect(names('zzz qqq').size).toBeGreaterThan(2);
  });

  it('is not fooled by words inside other words', () => {
    expect(names('panels').has('still-life')).toBe(false);
    expect(names('carpet').has('city')).toBe(false);
  });
});
