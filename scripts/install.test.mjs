import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = resolve('scripts/install.mjs');

let folder;
const write = (path, content, seconds) => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  utimesSync(file, seconds, seconds);
};

/** An npm that says how it was called and ends with `code`. */
const fakeNpm = (code) => {
  write('bin/npm', `#!/bin/sh\necho "npm $*"\nexit ${code}\n`, 1);
  chmodSync(join(folder, 'bin/npm'), 0o755);
};
const install = () =>
  spawnSync(process.execPath, [SCRIPT], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
  fakeNpm(0);
  write('package-lock.json', '{}', 2000);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('installing packages', () => {
  it('runs npm ci in a fresh clone, development packages included', () => {
    const { status, stdout } = install();
    expect(status).toBe(0);
    expect(stdout).toContain('npm ci --include=dev');
  });

  it('runs npm ci when the lockfile has changed since', () => {
    write('node_modules/.package-lock.json', '{}', 1000);
    expect(install().stdout).toContain('npm ci');
  });

  it('does nothing when the packages are those of the lockfile', () => {
    write('node_modules/.package-lock.json', '{}', 3000);
    const { status, stdout } = install();
    expect(status).toBe(0);
    expect(stdout).toBe('Packages are up to date.\n');
  });

  it('fails when npm fails', () => {
    fakeNpm(7);
    expect(install().status).toBe(7);
  });
});
