import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printSummary } from './summary.mjs';

let folder;
let lines;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'summary-'));
  lines = [];
  vi.spyOn(console, 'log').mockImplementation((line) => lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const tested = ({ name, ok, passed, failed }) => {
  const report = join(folder, `${name}.json`);
  writeFileSync(report, JSON.stringify({ numPassedTests: passed, numFailedTests: failed }));
  return { name, ok, ms: 1500, report };
};
const tool = (name, ok) => ({ name, ok, ms: 200 });

describe('the summary', () => {
  it('ends with the sum of all test reports and nothing else on that line', () => {
    const results = [
      tested({ name: 'unit', ok: true, passed: 12, failed: 0 }),
      tested({ name: 'browser', ok: true, passed: 3, failed: 0 }),
      tool('lint', true),
    ];
    expect(printSummary(results, 2000)).toBe(true);
    expect(lines.at(-1)).toBe('15 passed, 0 failed');
  });

  it('counts a tool that failed as one failure', () => {
    const results = [tested({ name: 'unit', ok: true, passed: 2, failed: 0 }), tool('lint', false)];
    expect(printSummary(results, 2000)).toBe(false);
    expect(lines.at(-1)).toBe('2 passed, 1 failed');
  });

  it('counts a runner that ended without a report as one failure, whatever its exit code', () => {
    const missing = { name: 'unit', ok: true, ms: 1, report: join(folder, 'none.json') };
    expect(printSummary([missing], 2000)).toBe(false);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('counts a test file that could not be loaded', () => {
    const results = [tested({ name: 'unit', ok: false, passed: 4, failed: 0 })];
    expect(printSummary(results, 2000)).toBe(false);
    expect(lines.at(-1)).toBe('4 passed, 1 failed');
  });

  it('shows every step with its state and time', () => {
    printSummary([tool('lint', false), tool('types', true)], 2000);
    expect(lines).toContainEqual(expect.stringMatching(/^FAILED lint\s+0\.2 s/));
    expect(lines).toContainEqual(expect.stringMatching(/^ok {5}types\s+0\.2 s/));
  });
});
