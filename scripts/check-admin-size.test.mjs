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
const write = (path, content) => {
  mkdirSync(join(folder, 'dist', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'dist', path), content);
};
const writeEntry = (content) => write('admin/index.mjs', content);
const large = randomBytes(12_000).toString('base64');

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
    writeEntry(`// ${large}`);
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('import()');
  });

  it.each([
    ['imports', "import { a } from '../_chunks/big.mjs';"],
    ['imports for its effect', "import'../_chunks/big.mjs';"],
    ['exports from', 'export { i as default } from "../_chunks/big.mjs";'],
    ['imports through another chunk', "import a from '../_chunks/small.mjs';"],
  ])('counts a chunk the entry %s', (_, code) => {
    write('_chunks/big.mjs', `// ${large}`);
    write('_chunks/small.mjs', "const b = 1;import{c}from'./big.mjs';");
    writeEntry(code);
    expect(check().status).toBe(1);
  });

  it('does not count what is loaded later', () => {
    write('_chunks/big.mjs', `// ${large}`);
    writeEntry("export default { load: () => import('../_chunks/big.mjs') };");
    expect(check().status).toBe(0);
  });

  it('names the command when there is nothing to measure', () => {
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
  });
});
