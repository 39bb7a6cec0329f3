import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl, type IntlShape } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../shared/error-codes';
import english from './en.json';
import french from './fr.json';
import { loadTranslations } from './load-translations';

const source = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return source(path);
      return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.')
        ? readFileSync(path, 'utf8')
        : '';
    })
    .join('\n');

const code = source(join(import.meta.dirname, '..'));
const keys = Object.keys(english);
const used = new Set([...code.matchAll(/'([a-z]+(?:\.[A-Za-z_0-9]+)+)'/g)].map(([, key]) => key));
const families = [...code.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)*\.)\$\{/g)].map(([, start]) => start!);

/** Names in braces, as ICU reads them. */
const placeholders = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name]) => name!))]
    .filter((name) =>
      /^(n|i|ok|total|name|alt|cost|model|time|words|min|cover|percent|title|tier|duration|field|fields|component|store|address|role)$/.test(
        name,
      ),
    )
    .sort();

const values = {
  n: 2,
  i: 1,
  total: 3,
  name: 'N',
  alt: 'A',
  cost: '$1',
  model: 'M',
  time: '9:41',
  words: 5,
  min: 80,
  cover: 'true',
  percent: 40,
  title: 'T',
  tier: 'B',
  duration: '40 s',
  field: 'f',
  fields: 'f, g',
  component: 'c',
  store: 's',
  address: 'a',
  role: 'featured',
};

const formatAll = (intl: IntlShape, messages: Record<string, string>): string[] =>
  Object.keys(messages).flatMap((id) =>
    [0, 1, 2].map((n) => intl.formatMessage({ id }, { ...values, n, words: n })),
  );

describe('translations', () => {
  it('have the same keys in every language, in the same order', () => {
    expect(Object.keys(french)).toEqual(keys);
  });

  it('have the same placeholders in every language', () => {
    const differing = keys.filter(
      (key) =>
        String(placeholders(english[key as keyof typeof english])) !==
        String(placeholders(french[key as keyof typeof french])),
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['en', english],
    ['fr', french],
  ] as const)('are valid and complete messages in %s', (locale, messages) => {
    const errors: unknown[] = [];
    const intl = createIntl({ locale, messages, onError: (error) => errors.push(error) });
    const texts = formatAll(intl, messages);
    expect(errors).toEqual([]);
    expect(texts.filter((text) => text.trim() === '' || text.includes('{'))).toEqual([]);
  });

  it('contain every key the code asks for', () => {
    const known = new Set(keys);
    const roots = new Set(keys.map((key) => key.split('.')[0]));
    const asked = [...used].filter((key) => key && roots.has(key.split('.')[0]));
    // Permission actions and file names have dots too; what is asked for through `text()` is checked by its type.
    const missing = asked.filter((key) => !known.has(key!) && code.includes(`text('${key}'`));
    expect(missing).toEqual([]);
  });

  it('contain no key the code never asks for', () => {
    const isAsked = (key: string) =>
      used.has(key) ||
      families.some((start) => key.startsWith(start)) ||
      code.includes(`\${PLUGIN_ID}.${key}\``);
    expect(keys.filter((key) => !isAsked(key))).toEqual([]);
  });

  it('have a sentence for every error code', () => {
    const missing = Object.keys(ERROR_CODES).filter((name) => !keys.includes(`error.${name}`));
    expect(missing).toEqual([]);
  });

  it('never say job, task, asset, magic or AI-powered to an editor', () => {
    const texts = Object.values(english).filter((text) =>
      /\b(job|task|asset|magic|AI-powered)\b/i.test(text),
    );
    expect(texts).toEqual([]);
  });
});

describe('loading translations', () => {
  it('gives each language prefixed keys and leaves unknown languages to English', async () => {
    const [en, fr, xx] = await loadTranslations({ locales: ['en', 'fr', 'xx'] });
    expect(en?.data['article-images.panel.title']).toBe('Article images');
    expect(fr?.data['article-images.panel.title']).toBe('Images d’article');
    expect(xx).toEqual({ locale: 'xx', data: {} });
  });
});
