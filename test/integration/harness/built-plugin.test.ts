import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertBuiltPlugin } from './built-plugin';

let root = '';
const write = (path: string, seconds: number) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), seconds, seconds);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-plugin-'));
  for (const path of ['strapi-server.ts', 'server/src/a/b.ts', 'shared/c.ts', 'config/d.ts']) {
    write(path, 1000);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

describe('assertBuiltPlugin', () => {
  it('names the command when there is no bundle', () => {
    expect(() => assertBuiltPlugin(root)).toThrow(/does not exist.*npm run build/);
  });

  it('names the source that is newer than the bundle', () => {
    write('dist/server/index.js', 2000);
    write('server/src/a/b.ts', 3000);
    expect(() => assertBuiltPlugin(root)).toThrow(/server\/src\/a\/b\.ts is newer.*npm run build/);
  });

  it('accepts a bundle that is newer than every source, whatever the age of the tests', () => {
    write('dist/server/index.js', 2000);
    write('server/src/a/b.test.ts', 3000);
    expect(() => assertBuiltPlugin(root)).not.toThrow();
  });
});
