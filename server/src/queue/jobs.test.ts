import { describe, expect, it } from 'vitest';
import type { QueueJob } from '../ports/job-queue';
import { accountQueue, jobIdOf, parseJob, parseStoredJob, queueOf } from './jobs';

const image: QueueJob = { name: 'generate-image', id: 'abc123', account: 'openai' };

describe('parseJob', () => {
  it.each<QueueJob>([
    image,
    { name: 'plan-images', id: 'run1' },
    { name: 'attach-images', id: 'run1', delayMs: 5_000, priority: 10 },
  ])('accepts $name', (job) => {
    expect(parseJob(job)).toEqual(job);
  });

  it.each([
    ['no account for a picture', { ...image, account: undefined }],
    ['an id with a colon', { ...image, id: 'a:b' }],
    ['an id that is too long', { ...image, id: 'a'.repeat(101) }],
    ['priority zero', { ...image, priority: 0 }],
    ['half a priority', { ...image, priority: 1.5 }],
    ['a priority beyond the largest', { ...image, priority: 2_097_153 }],
    ['a negative delay', { ...image, delayMs: -1 }],
    ['an endless delay', { ...image, delayMs: Infinity }],
  ])('refuses %s', (_what, job) => {
    expect(() => parseJob(job)).toThrow(expect.objectContaining({ code: 'invalid_request' }));
  });

  it('names the field at fault', () => {
    expect(() => parseJob({ ...image, id: '' })).toThrow(/id/);
  });
});

describe('queues and ids', () => {
  it('gives every account a queue of its own and all runs one together', () => {
    expect(queueOf(image)).toBe('images-openai');
    expect(queueOf({ name: 'plan-images', id: 'run1' })).toBe('runs');
    expect(queueOf({ name: 'attach-images', id: 'run1', account: 'openai' })).toBe('runs');
  });

  it.each(['openai:second', 'a/b', 'ünïcode', '100 %'])(
    'makes a legal queue name of "%s"',
    (account) => {
      expect(accountQueue(account)).toMatch(/^images-[\w%.!~*'()-]+$/);
    },
  );

  it('keeps accounts apart whose names look alike', () => {
    const names = ['a:b', 'a/b', 'a b', 'a%3Ab'].map(accountQueue);
    expect(new Set(names).size).toBe(4);
  });

  it('gives plan and attachment of a run different ids, and none has a colon', () => {
    const ids = [
      jobIdOf({ name: 'plan-images', id: 'r' }),
      jobIdOf({ name: 'attach-images', id: 'r' }),
    ];
    expect(ids).toEqual(['plan-images-r', 'attach-images-r']);
    expect(ids.join()).not.toContain(':');
  });
});

describe('parseStoredJob', () => {
  it('reads what this version writes', () => {
    const stored = { name: 'generate-image', data: { id: 'abc123' } };
    expect(parseStoredJob(stored)).toEqual({ name: 'generate-image', id: 'abc123' });
  });

  it.each([
    ['an unknown kind', { name: 'paint-house', data: { id: 'a' } }],
    ['no id', { name: 'plan-images', data: {} }],
    ['a field too many', { name: 'plan-images', data: { id: 'a', prompt: 'a cat' } }],
    ['an id that is no id', { name: 'plan-images', data: { id: '../..' } }],
    ['no data', { name: 'plan-images', data: null }],
  ])('refuses %s', (_what, stored) => {
    expect(() => parseStoredJob(stored)).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });
});
