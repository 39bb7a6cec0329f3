import { describe, expect, it } from 'vitest';
import { formatSize, parseSize } from './image-size';

describe('parseSize', () => {
  it('reads what formatSize writes', () => {
    expect(parseSize(formatSize({ width: 1536, height: 1024 }))).toEqual({
      width: 1536,
      height: 1024,
    });
  });

  it.each([null, undefined, '', 'auto', '1024', '1024X1024', ' 1x1', '0x10', '-1x5', '1e3x10'])(
    'never guesses a size from %s',
    (text) => {
      expect(parseSize(text)).toBeNull();
    },
  );
});
