import { describe, expect, it } from 'vitest';
import { insertedRows, withRowKeys } from './zone-rows';

const text = (key: string) => ({ __component: 'shared.rich-text', body: key, __temp_key__: key });
const media = (id: number) => ({ __component: 'shared.media', file: { id } });

describe('rows inserted into a dynamic zone', () => {
  it('are found with their final positions', () => {
    const next = [text('a0'), media(1), text('a1'), media(2)];
    expect(insertedRows([text('a0'), text('a1')], next)).toEqual([
      { row: media(1), index: 1 },
      { row: media(2), index: 3 },
    ]);
  });

  it('are found in a zone that was empty or absent', () => {
    expect(insertedRows([], [media(1)])).toEqual([{ row: media(1), index: 0 }]);
    expect(insertedRows(undefined, [media(1)])).toEqual([{ row: media(1), index: 0 }]);
  });

  it('lose a key that was made elsewhere: the form gives its own', () => {
    const made = { ...media(1), __temp_key__: 'made-up' };
    expect(insertedRows([], [made])).toEqual([{ row: media(1), index: 0 }]);
  });

  it('are not guessed when a row changed or went away', () => {
    expect(insertedRows([text('a0')], [media(1)])).toBeNull();
    expect(insertedRows([text('a0'), text('a1')], [text('a1'), media(1)])).toBeNull();
    expect(insertedRows([text('a0')], [text('a0')])).toBeNull();
  });

  it('are not looked for in what is no zone', () => {
    expect(insertedRows('text', 'other text')).toBeNull();
    expect(insertedRows([{ id: 1 }], [{ id: 1 }, { id: 2 }])).toBeNull();
  });
});

describe('row keys', () => {
  it('are added where they are missing and are never given twice', () => {
    const rows = withRowKeys([{ ...media(1), __temp_key__: 'b00' }, media(2), media(3)]);
    expect(rows).toEqual([
      { ...media(1), __temp_key__: 'b00' },
      { ...media(2), __temp_key__: 'b01' },
      { ...media(3), __temp_key__: 'b02' },
    ]);
  });

  it('leave every other value as it is', () => {
    expect(withRowKeys('text')).toBe('text');
    expect(withRowKeys([{ type: 'paragraph' }])).toEqual([{ type: 'paragraph' }]);
    expect(withRowKeys(null)).toBeNull();
  });
});
