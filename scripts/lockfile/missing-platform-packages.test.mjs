import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPlatformPackages } from './missing-platform-packages.mjs';

const parent = (optionalDependencies, more = {}) => ({
  version: '1.0.0',
  optionalDependencies,
  ...more,
});

describe('packages of other platforms', () => {
  it('are all in our own lockfile, or npm ci would refuse it', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(missingPlatformPackages(packages)).toEqual({});
  });

  it('are added with their platform, as optional', () => {
    const packages = { 'node_modules/a': parent({ '@a/core-linux-arm64-musl': '1.2.3' }) };
    expect(missingPlatformPackages(packages)).toEqual({
      'node_modules/@a/core-linux-arm64-musl': {
        version: '1.2.3',
        os: ['linux'],
        cpu: ['arm64'],
        libc: ['musl'],
        optional: true,
      },
    });
  });

  it('stay development packages when what asks for them is one', () => {
    const packages = { 'node_modules/a': parent({ 'a-win32-x64-msvc': '1.2.3' }, { dev: true }) };
    expect(missingPlatformPackages(packages)['node_modules/a-win32-x64-msvc']).toEqual({
      version: '1.2.3',
      os: ['win32'],
      cpu: ['x64'],
      dev: true,
      optional: true,
    });
  });

  it('stand beside their parent when another version has the usual place', () => {
    const packages = {
      'node_modules/a-darwin-x64': { version: '2.0.0' },
      'node_modules/b/node_modules/a': parent({ 'a-darwin-x64': '1.0.0' }),
    };
    expect(Object.keys(missingPlatformPackages(packages))).toEqual([
      'node_modules/b/node_modules/a/node_modules/a-darwin-x64',
    ]);
  });

  it('are left alone when they are there, are no native package, or have no exact version', () => {
    const packages = {
      'node_modules/a-darwin-x64': { version: '1.0.0' },
      'node_modules/b/node_modules/a': parent({ 'a-darwin-x64': '1.0.0' }),
      'node_modules/c': parent({ colours: '1.0.0', 'c-darwin-arm64': '^1.0.0' }),
    };
    expect(missingPlatformPackages(packages)).toEqual({});
  });
});
