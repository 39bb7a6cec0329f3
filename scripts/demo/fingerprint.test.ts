import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint';

let folder = '';
const write = (name: string, content: string) => writeFileSync(join(folder, name), content);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  mkdirSync(join(folder, 'deep'));
  write('a.ts', 'one');
  write('deep/b.ts', 'two');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the fingerprint of sources', () => {
  it('stays while nothing changes', () => {
    expect(fingerprint([folder])).toBe(fingerprint([folder]));
  });

  it.each([
    ['a file changes', () => write('deep/b.ts', 'three')],
    ['a file is added', () => write('deep/c.ts', '')],
    ['a file goes', () => rmSync(join(folder, 'a.ts'))],
  ])('differs when %s', (_, change) => {
    const before = fingerprint([folder]);
    change();
    expect(fingerprint([folder])).not.toBe(before);
  });

  it('takes a path that does not exist as empty', () => {
    expect(fingerprint([join(folder, 'none')])).toBe(fingerprint([]));
  });
});
