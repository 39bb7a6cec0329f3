import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = resolve('scripts/check-admin-size.mjs');

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'admin-size-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const check = () => spawnSync(process.execPath, [SCRIPT], { cwd: folder, encoding: 'utf8' });
const writeEntry = (content) => {
  mkdirSync(join(folder, 'dist/admin'), { recursive: true });
  writeFileSync(join(folder, 'dist/admin/index.mjs'), content);
};

describe('the size of the admin entry', () => {
  it('passes below the limit and is told', () => {
    writeEntry('export default {};');
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toMatch(/0\.0 KiB gzipped, at most 10 KiB/);
  });

  it('is measured compressed', () => {
    writeEntry('x'.repeat(500_000));
    expect(check().status).toBe(0);
  });

  it('fails above the limit and says what to do', () => {
    writeEntry(randomBytes(12_000).toString('base64'));
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('import()');
  });

  it('names the command when there is nothing to measure', () => {
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
  });
});
