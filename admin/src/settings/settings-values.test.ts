import { describe, expect, it } from 'vitest';
import type { ContentTypeSettingsDto } from '../../../shared/contracts/settings';
import { makeContext, makeSettings, makeTypeOption } from '../../../test/admin/builders';
import { sortedTypes, toPayload, toValues } from './settings-values';

const mapping = makeContext().mapping!;
const saved = (uid: string, changes: Partial<ContentTypeSettingsDto> = {}) => ({
  uid,
  isEnabled: true,
  mapping,
  count: 3,
  tier: null,
  isAutomatic: false,
  automaticSince: null,
  ...changes,
});
const type = (uid: string, confidence: number) =>
  makeTypeOption({ uid, displayName: uid, confidence });

const types = [type('api::page.page', 0.2), type('api::article.article', 0.9)];

describe('the settings form', () => {
  it('shows types in use first, then those most like articles', () => {
    const data = makeSettings({
      types: [...types, type('api::news.news', 0.5)],
      settings: { ...makeSettings().settings, contentTypes: [saved('api::page.page')] },
    });
    expect(sortedTypes(data).map(({ uid }) => uid)).toEqual([
      'api::page.page',
      'api::article.article',
      'api::news.news',
    ]);
  });

  it('fills types that were never saved with what their schema proposes, switched off', () => {
    const [first] = toValues(makeSettings()).contentTypes;
    expect(first).toMatchObject({ uid: 'api::article.article', isEnabled: false, mapping });
    const bare = makeSettings({ types: [makeTypeOption({ proposal: null })] });
    expect(toValues(bare).contentTypes[0]?.mapping).toMatchObject({
      body: [],
      cover: null,
      inArticle: { kind: 'none' },
    });
  });
});

describe('what is saved', () => {
  const data = makeSettings({
    types,
    settings: {
      ...makeSettings().settings,
      contentTypes: [saved('api::page.page'), saved('api::gone.gone')],
    },
  });

  it('leaves out proposals nobody touched', () => {
    const payload = toPayload(data, toValues(data));
    expect(payload.contentTypes.map(({ uid }) => uid)).toEqual([
      'api::gone.gone',
      'api::page.page',
    ]);
    expect(payload.version).toBe(3);
  });

  it('keeps types that no longer exist: their plugin may come back', () => {
    expect(toPayload(data, toValues(data)).contentTypes[0]).toEqual(saved('api::gone.gone'));
  });

  it('takes in a type that was switched on or changed', () => {
    const values = toValues(data);
    values.contentTypes = values.contentTypes.map((entry) =>
      entry.uid === 'api::article.article' ? { ...entry, isEnabled: true } : entry,
    );
    const uids = toPayload(data, { ...values, count: 6 }).contentTypes.map(({ uid }) => uid);
    expect(uids).toContain('api::article.article');
  });

  it('keeps a saved type that was switched off again', () => {
    const values = toValues(data);
    values.contentTypes = values.contentTypes.map((entry) => ({ ...entry, isEnabled: false }));
    expect(
      toPayload(data, values).contentTypes.find(({ uid }) => uid === 'api::page.page'),
    ).toEqual(saved('api::page.page', { isEnabled: false }));
  });
});
