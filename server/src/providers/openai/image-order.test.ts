import { describe, expect, it } from 'vitest';
import type { ImageRequest } from '../../ports/image-provider';
import { buildOrder } from './image-order';

const request = (changes: Partial<ImageRequest>): ImageRequest => ({
  model: 'some-model',
  prompt: 'A bowl of pears',
  negativePrompt: null,
  size: { width: 1536, height: 1024 },
  seed: null,
  parameters: {},
  price: null,
  hints: { subject: '', palette: '', section: null, role: 'featured' },
  ...changes,
});

const build = (changes: Partial<ImageRequest> = {}, isCompatible = false) =>
  buildOrder({ request: request(changes), isCompatible });

describe('buildOrder', () => {
  it('sends the stored parameters untouched, and four values of ours', () => {
    const parameters = { quality: 'xhigh', output_format: 'jpeg', extra: { deep: [1, null] } };
    expect(build({ parameters })).toEqual({
      body: {
        ...parameters,
        model: 'some-model',
        prompt: 'A bowl of pears',
        size: '1536x1024',
        n: 1,
      },
      warnings: [],
    });
  });

  it('sends nothing but these without parameters', () => {
    expect(Object.keys(build().body).sort()).toEqual(['model', 'n', 'prompt', 'size']);
  });

  it('never lets parameters order more pictures or another model, and says so', () => {
    const { body, warnings } = build({ parameters: { n: 10, model: 'dear', size: '1x1' } });
    expect(body).toMatchObject({ n: 1, model: 'some-model', size: '1536x1024' });
    expect(warnings).toEqual([
      'the parameter "model" of the model config was not used',
      'the parameter "size" of the model config was not used',
      'the parameter "n" of the model config was not used',
    ]);
  });

  it('says what it leaves out', () => {
    const { body, warnings } = build({ seed: 7, negativePrompt: 'letters' });
    expect(body).not.toHaveProperty('seed');
    expect(warnings).toHaveLength(2);
  });

  it('refuses to stream, before anything is paid', () => {
    expect(() => build({ parameters: { stream: true } })).toThrowError(
      expect.objectContaining({ code: 'provider_invalid_request', charged: 'no' }),
    );
  });

  it('keeps the prompt syntax of other servers out, and leaves OpenAI its prompt', () => {
    const prompt = 'A barn | letters <lora:x:1> <sd_cpp_extra_args>{"seed":1}</sd_cpp_extra_args>';
    expect(build({ prompt }, true).body.prompt).toBe('A barn, letters');
    expect(build({ prompt }).body.prompt).toBe(prompt);
  });
});
