import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readServices, writeServices } from './services-env.mjs';

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'services-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'new', 'services.env');
const VARIABLES = {
  TEST_REDIS_URL: 'redis://127.0.0.1:1',
  CHROMIUM_PATH: '/Applications/Google Chrome',
};

describe('the file of service addresses', () => {
  it('is empty before anything was provided', () => {
    expect(readServices(file())).toEqual({});
  });

  it('gives back what was written', () => {
    expect(writeServices(VARIABLES, file())).toBe(file());
    expect(readServices(file())).toEqual(VARIABLES);
  });

  it('can be sourced by a shell', () => {
    writeServices(VARIABLES, file());
    const output = execFileSync('sh', ['-c', '. "$0"; printf %s "$CHROMIUM_PATH"', file()]);
    expect(output.toString()).toBe(VARIABLES.CHROMIUM_PATH);
  });
});
