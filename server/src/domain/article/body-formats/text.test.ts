import { describe, expect, it } from 'vitest';
import { textFormat } from './text';

const texts = (value: unknown) => textFormat.read(value).blocks.map(({ text }) => text);

describe('plain text', () => {
  it('has paragraphs between blank lines, their own line breaks joined', () => {
    expect(texts('One\nmore\n\n \nTwo\r\n\r\nThree')).toEqual(['One more', 'Two', 'Three']);
  });

  it('has one paragraph per line where no line is blank', () => {
    expect(texts('One\nTwo\nThree\n')).toEqual(['One', 'Two', 'Three']);
  });

  it('is never Markdown', () => {
    expect(texts('# One * two')).toEqual(['# One * two']);
  });

  it('takes nothing for an empty body and reports what is not text', () => {
    expect(textFormat.read('')).toEqual({ blocks: [], unreadable: [] });
    expect(textFormat.read(['x']).unreadable).toEqual(['expected plain text, found a list']);
  });

  it('is cut between paragraphs without losing a character', () => {
    expect(textFormat.splitAfter('One\n\nTwo\n\nThree', 1)).toEqual(['One\n\nTwo\n\n', 'Three']);
    expect(textFormat.splitAfter('One\nTwo', 0)).toEqual(['One\n', 'Two']);
    expect(textFormat.splitAfter('One', 0)).toBeNull();
    expect(textFormat.splitAfter('One', 4)).toBeNull();
  });

  it('is not cut where the halves would read differently', () => {
    expect(textFormat.splitAfter('One\n\nTwo\nmore', 0)).toBeNull();
  });

  it('holds no pictures', () => {
    expect(textFormat.insertAfter('One', 0, {} as never)).toBeNull();
    expect(textFormat.removeImages('One', () => true)).toBe('One');
  });
});
