import { describe, expect, it } from 'vitest';
import { chooseScene } from './choose-scene';
import { createRandom } from './seeded-random';

const draws = (subject: string, section: string | null = null, prompt = ''): string[] =>
  Array.from(
    { length: 200 },
    (_, seed) => chooseScene({ subject, section, prompt, random: createRandom(`${seed}`) }).name,
  );

const names = (...words: Parameters<typeof draws>): Set<string> => new Set(draws(...words));

/** The scenes that come up most, as many as asked. */
const leaders = (count: number, ...words: Parameters<typeof draws>): string[] => {
  const all = draws(...words);
  const often = (name: string): number => all.filter((one) => one === name).length;
  return [...new Set(all)]
    .sort((one, other) => often(other) - often(one))
    .slice(0, count)
    .sort();
};

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
  ])('shows %s mostly as %j', (subject, expected) => {
    expect(leaders(expected.length, subject)).toEqual(expected);
  });

  it('varies what one subject is shown as, within reason', () => {
    const all = draws('mountain trail at dawn');
    const main = all.filter((name) => name === 'hills').length / all.length;
    expect(main).toBeGreaterThan(0.6);
    expect(main).toBeLessThan(0.9);
    expect([...new Set(all)].sort()).toEqual(['botanical', 'hills', 'waves']);
  });

  it('lets the heading and the opening of the prompt decide when the subject says nothing', () => {
    expect(leaders(1, 'xyz', 'Along the coast')).toEqual(['waves']);
    expect(leaders(1, 'xyz', null, 'View of a skyline.\nSoft window light on a table.')).toEqual([
      'city',
    ]);
  });

  it('has something for subjects no list knows, and not always the same', () => {
    expect(names('zzz qqq').size).toBeGreaterThan(2);
  });

  it('is not fooled by words inside other words', () => {
    expect(names('panels').has('flat-lay')).toBe(false);
    expect(names('carpet')).toEqual(names('zzz'));
  });
});
