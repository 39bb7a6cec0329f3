import { describe, expect, it } from 'vitest';
import { makeContext, makeTypeOption } from '../../../test/admin/builders';
import { targetChoices, targetKey, withBody, withCover, withTarget } from './mapping-choices';

const mapping = makeContext().mapping!;
const option = makeTypeOption();
const withZone = {
  ...mapping,
  body: [...mapping.body, { field: 'blocks', format: 'zone' as const }],
};
const keys = (from = mapping) => targetChoices(option, from).map(({ key }) => key);

describe('where pictures in the text can go', () => {
  it('is every place that can hold them, and nowhere', () => {
    expect(keys(withZone)).toEqual([
      'body',
      'zone:blocks:shared.media:file',
      'media:gallery',
      'none',
    ]);
  });

  it('is not a zone that is not read: no text in it could tell the place', () => {
    expect(keys()).toEqual(['body', 'media:gallery', 'none']);
  });

  it('is inside the texts of a zone when its proposal says they can hold pictures', () => {
    const zoneOnly = { ...mapping, body: [{ field: 'blocks', format: 'zone' as const }] };
    expect(keys(zoneOnly)).toContain('body');
    const other = { ...option, proposal: { ...mapping, inArticle: { kind: 'none' as const } } };
    expect(targetChoices(other, zoneOnly).map(({ key }) => key)).not.toContain('body');
  });

  it('is not inside a text that cannot hold pictures', () => {
    const plain = { ...mapping, body: [{ field: 'notes', format: 'text' as const }] };
    expect(keys(plain)).not.toContain('body');
  });

  it('is neither the cover nor a field for one picture', () => {
    const cover = { ...mapping.cover!, field: 'gallery', isMultiple: true };
    expect(keys({ ...mapping, cover })).toEqual(['body', 'none']);
  });

  it('is written with everything the server needs to know of it', () => {
    const zone = withTarget(option, withZone, 'zone:blocks:shared.media:file');
    expect(zone.inArticle).toEqual({
      kind: 'zone',
      field: 'blocks',
      component: 'shared.media',
      mediaField: 'file',
      alternativeField: null,
      captionField: null,
    });
    expect(targetKey(zone)).toBe('zone:blocks:shared.media:file');
    expect(withTarget(option, mapping, 'media:cover')).toBe(mapping);
  });
});

describe('choosing a cover', () => {
  it('takes over what the schema says of the field', () => {
    expect(withCover(option, mapping, 'gallery').cover).toEqual({
      field: 'gallery',
      isMultiple: true,
      isRequired: false,
      alternativeField: null,
    });
  });

  it('keeps the text field for alternative text when the proposal knew one', () => {
    const proposal = { ...mapping, cover: { ...mapping.cover!, alternativeField: 'coverAlt' } };
    const other = withCover(option, mapping, 'gallery');
    expect(withCover({ ...option, proposal }, other, 'cover').cover?.alternativeField).toBe(
      'coverAlt',
    );
  });

  it('takes the field away from the pictures in the text', () => {
    const gallery = withTarget(option, mapping, 'media:gallery');
    expect(withCover(option, gallery, 'gallery').inArticle).toEqual({ kind: 'body' });
  });

  it('can be none', () => {
    expect(withCover(option, mapping, null).cover).toBeNull();
  });
});

describe('choosing the text', () => {
  it('knows the format of each field', () => {
    expect(withBody(option, mapping, ['notes', 'body']).body).toEqual([
      { field: 'notes', format: 'text' },
      { field: 'body', format: 'markdown' },
    ]);
  });

  it('moves the pictures when no text is left that can hold them', () => {
    expect(withBody(option, mapping, ['notes']).inArticle).toEqual({
      kind: 'media',
      field: 'gallery',
    });
    expect(withBody(option, mapping, []).body).toEqual([]);
  });

  it('ignores a field that does not exist', () => {
    expect(withBody(option, mapping, ['gone']).body).toEqual([]);
  });
});
