import { describe, expect, it } from 'vitest';
import { makeImage } from '../../../../test/admin/builders';
import { createAttachMemory } from './attach-memory';

const setup = () => {
  const clock = { ms: 0 };
  const reloads = new Map<string, number>();
  const create = () => createAttachMemory(reloads, () => clock.ms);
  return { clock, create, memory: create() };
};

describe('what an edit view remembers', () => {
  it('is what was in the article when it first looked, and not what came later', () => {
    const { memory } = setup();
    memory.look([makeImage(0), makeImage(1, { status: 'stored' })], []);
    memory.look([makeImage(0), makeImage(1)], []);
    expect([...memory.snapshot().baseline]).toEqual(['image0']);
  });

  it('is every picture its form ever had', () => {
    const { memory } = setup();
    memory.look([makeImage(0)], ['image0']);
    memory.look([makeImage(0)], []);
    expect([...memory.snapshot().seen]).toEqual(['image0']);
  });

  it('is what failed three times', () => {
    const { memory } = setup();
    memory.failed(['a']);
    memory.failed(['a']);
    expect(memory.snapshot().givenUp.size).toBe(0);
    memory.failed(['a']);
    expect([...memory.snapshot().givenUp]).toEqual(['a']);
  });

  it('is forgotten for pictures the editor asks for', () => {
    const { memory } = setup();
    memory.look([makeImage(0)], ['image0']);
    memory.refreshed(['image0']);
    memory.restored(['image0']);
    [1, 2, 3].forEach(() => memory.failed(['image0']));
    memory.forget(['image0']);
    const snapshot = memory.snapshot();
    expect(Object.values(snapshot).map((set) => set.size)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a reload of the document', () => {
  it('is not repeated for ten seconds, even by an edit view that it remounted', () => {
    const { clock, create, memory } = setup();
    memory.refreshed(['image0']);
    const remounted = create();
    clock.ms = 9_999;
    expect([...remounted.snapshot().refreshed]).toEqual(['image0']);
    clock.ms = 10_000;
    expect(remounted.snapshot().refreshed.size).toBe(0);
  });
});
