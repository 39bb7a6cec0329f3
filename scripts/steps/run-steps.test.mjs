import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from './run-steps.mjs';

let written;
beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** A step that says when it starts and when it ends. */
const step = (name, { code = 0, ms = 60, ...rest } = {}) => ({
  name,
  command: process.execPath,
  args: [
    '-e',
    `console.log('start'); setTimeout(() => { console.log('end'); process.exit(${code}); }, ${ms})`,
  ],
  ...rest,
});

const order = () => written.split('\n').filter(Boolean);
const position = (line) => order().findIndex((each) => each.replace(/\s+/g, ' ') === line);

describe('running steps', () => {
  it('streams every line with the name of its step', async () => {
    await runSteps([step('one')]);
    expect(order()).toEqual(['[one] start', '[one] end']);
  });

  it('lets a step wait for those it comes after', async () => {
    await runSteps([step('second', { after: ['first'] }), step('first')]);
    expect(position('[first] end')).toBeLessThan(position('[second] start'));
  });

  it('never runs two steps of one lane at once', async () => {
    await runSteps([step('a', { lane: 'apps' }), step('b', { lane: 'apps' })]);
    expect(position('[a] end')).toBeLessThan(position('[b] start'));
  });

  it('runs the rest when a step fails, also those after it, and gives results in order', async () => {
    const results = await runSteps([
      step('broken', { code: 3 }),
      step('next', { after: ['broken'] }),
    ]);
    expect(results.map(({ name, ok }) => [name, ok])).toEqual([
      ['broken', false],
      ['next', true],
    ]);
    expect(position('[next] end')).toBeGreaterThan(-1);
  });

  it('counts a program that does not exist as failed and says so', async () => {
    const [result] = await runSteps([{ name: 'ghost', command: './no-such-program', args: [] }]);
    expect(result.ok).toBe(false);
    expect(written).toContain('ENOENT');
  });

  it('hands variables to the steps', async () => {
    const args = ['-e', 'console.log(process.env.STEP_COLOUR)'];
    await runSteps([{ name: 'env', command: process.execPath, args }], {
      env: { STEP_COLOUR: 'green' },
    });
    expect(order()).toEqual(['[env] green']);
  });

  it('refuses steps that wait for each other', async () => {
    const circle = [step('a', { after: ['b'] }), step('b', { after: ['a'] })];
    await expect(runSteps(circle)).rejects.toThrow('Steps wait for each other: a, b');
  });
});
