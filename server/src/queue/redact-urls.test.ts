import { describe, expect, it } from 'vitest';
import { redactUrls } from './redact-urls';

describe('redactUrls', () => {
  it.each([
    ['redis://:secret@cache:6379/0', 'redis://cache:6379/0'],
    ['rediss://user:secret@cache', 'rediss://cache'],
    ['postgres://me:se@cr@et@db:5432/app', 'postgres://db:5432/app'],
    ['redis://cache:6379', 'redis://cache:6379'],
    [
      'postgres://db/app?user=me&password=secret&sslmode=require',
      'postgres://db/app?user=me&password=…&sslmode=require',
    ],
    [
      'connect to redis://a:b@c:1 and redis://d:e@f:2 failed',
      'connect to redis://c:1 and redis://f:2 failed',
    ],
    ['host=db password=secret dbname=app', 'host=db password=… dbname=app'],
    ['write to me@example.org', 'write to me@example.org'],
  ])('makes "%s" safe to show', (text, safe) => {
    expect(redactUrls(text)).toBe(safe);
  });

  it('leaves no part of a password that holds every special character', () => {
    const password = encodeURIComponent('p@ss:w/rd?#[]');
    expect(redactUrls(`redis://user:${password}@cache:6379`)).toBe('redis://cache:6379');
  });
});
