import { describe, expect, it } from 'vitest';
import type { ModelConfig } from './model-config';
import { sizeFor } from './size-for';

const model = (
  landscape: string | null,
): Pick<ModelConfig, 'label' | 'sizes' | 'sizeConstraint'> => ({
  label: 'Fine model',
  sizes: { landscape, square: '1024x1024', portrait: null },
  sizeConstraint: { kind: 'list', sizes: ['1024x1024', '1536x1024'] },
});

describe('sizeFor', () => {
  it('reads the pixels of the orientation', () => {
    expect(sizeFor({ model: model('1536x1024'), orientation: 'landscape' })).toEqual({
      width: 1536,
      height: 1024,
    });
  });

  it.each([
    [null, 'none is set'],
    ['', 'none is set'],
    ['auto', '"auto" is not WIDTHxHEIGHT'],
  ])('refuses %s with no_model_size', (size, words) => {
    expect(() => sizeFor({ model: model(size), orientation: 'landscape' })).toThrowError(
      expect.objectContaining({
        code: 'no_model_size',
        message: expect.stringContaining(words),
        details: { model: 'Fine model', orientation: 'landscape' },
      }),
    );
  });

  it('refuses a stored size that breaks the model rule, before anything is paid', () => {
    expect(() => sizeFor({ model: model('1920x1080'), orientation: 'landscape' })).toThrowError(
      expect.objectContaining({
        code: 'unsupported_size',
        charged: 'no',
        message: expect.stringContaining('Nearest sizes it makes: 1536x1024, 1024x1024.'),
      }),
    );
  });
});
