import { describe, expect, it } from 'vitest';
import { accountName, readSettings } from './openai-settings';

const KEY = 'sk-CANARY-0123456789';

describe('readSettings', () => {
  it('uses OpenAI itself when no address is given', () => {
    for (const baseUrl of [
      undefined,
      '',
      ' ',
      'https://api.openai.com',
      'https://api.openai.com/v1/',
    ]) {
      expect(readSettings({ apiKey: KEY, baseUrl })).toMatchObject({
        baseUrl: 'https://api.openai.com/v1',
        service: 'OpenAI',
        isCompatible: false,
        missing: null,
      });
    }
  });

  it('asks for a key at OpenAI and not at a server of one’s own', () => {
    expect(readSettings({}).missing).toContain('providers.openai.apiKey');
    expect(readSettings({ apiKey: '  ' }).missing).toContain('OPENAI_API_KEY');
    const own = readSettings({ baseUrl: 'http://127.0.0.1:8080/v1/' });
    expect(own).toMatchObject({
      apiKey: null,
      missing: null,
      isCompatible: true,
      service: 'the image server at 127.0.0.1:8080',
      baseUrl: 'http://127.0.0.1:8080/v1',
    });
  });

  it('forgives the line break of a copied key', () => {
    expect(readSettings({ apiKey: `${KEY}\n` })).toMatchObject({ apiKey: KEY, missing: null });
  });

  it.each([
    [{ apiKey: 'sk-two words' }, 'holds a space'],
    [{ apiKey: 'sk-\u2026' }, 'holds a space or a character'],
    [{ apiKey: KEY, baseUrl: 'not an address' }, 'is not a web address'],
    [{ apiKey: KEY, baseUrl: 'file:///etc/passwd' }, 'is not a web address'],
    [{ apiKey: KEY, baseUrl: 'http://169.254.169.254/v1' }, 'link-local'],
  ])('says what is wrong with %o', (given, words) => {
    expect(readSettings(given).missing).toContain(words);
  });
});

describe('accountName', () => {
  const name = (apiKey: string, baseUrl = '') => accountName(readSettings({ apiKey, baseUrl }));

  it('is stable, and another one for another key or address', () => {
    expect(name(KEY)).toBe(name(` ${KEY} `));
    expect(name(KEY)).toMatch(/^openai-[0-9a-f]{12}$/);
    const names = [name(KEY), name(`${KEY}x`), name(KEY, 'https://images.test/v1')];
    expect(new Set(names).size).toBe(3);
  });

  it('shows nothing of the key', () => {
    expect(name(KEY)).not.toMatch(/CANARY|0123/);
  });
});
