import { describe, expect, it } from 'vitest';
import { chooseStore } from './choose-store';

const url = 'redis://cache:6379';
const none = { redisUrl: undefined, hasPostgres: false };

describe('chooseStore', () => {
  it.each([
    ['sqlite', none, 'embedded'],
    ['better-sqlite3', none, 'embedded'],
    ['mysql', none, 'embedded'],
    ['postgres', none, 'postgres'],
    ['sqlite', { ...none, redisUrl: url }, 'redis'],
    ['postgres', { ...none, redisUrl: url }, 'redis'],
    ['mysql', { ...none, hasPostgres: true }, 'postgres'],
    ['sqlite', { redisUrl: url, hasPostgres: true }, 'redis'],
    ['sqlite', { ...none, redisUrl: '' }, 'embedded'],
  ] as const)('takes for Strapi on %s with %o: %s', (strapiClient, given, store) => {
    expect(chooseStore({ kind: 'auto', strapiClient, ...given })).toBe(store);
  });

  it.each(['embedded', 'postgres', 'redis'] as const)(
    'takes a site owner at the word "%s"',
    (kind) => {
      for (const strapiClient of ['sqlite', 'postgres']) {
        for (const redisUrl of [undefined, url]) {
          expect(chooseStore({ kind, strapiClient, redisUrl, hasPostgres: false })).toBe(kind);
        }
      }
    },
  );
});
