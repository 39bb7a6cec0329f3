import { ArticleImagesError } from '../../domain/errors';
import { formatSize } from '../../domain/models/image-size';
import type { ImageRequest } from '../../ports/image-provider';

/** Ours to decide: one picture, of the row's size, by the row's model. */
const RESERVED = ['model', 'prompt', 'size', 'n'];

/** LocalAI takes what follows a bar as a negative prompt; the others read instructions in angle brackets. */
const plainPrompt = (prompt: string): string =>
  prompt
    .replace(/<sd_cpp_extra_args>[\s\S]*?(<\/sd_cpp_extra_args>|$)/gi, ' ')
    .replace(/<(lora|lyco|hypernet):[^>]*>/gi, ' ')
    .replace(/\s*\|\s*/g, ', ')
    .trim();

export type ImageOrder = {
  body: Record<string, unknown> & { model: string; prompt: string; size: string; n: 1 };
  /** What was asked for and is not sent. */
  warnings: string[];
};

/**
 * The body of one order: the model config's parameters exactly as stored, and the four values of ours.
 * `isCompatible`: a server that is not OpenAI's own, whose prompt syntax must be kept out.
 */
export const buildOrder = ({
  request,
  isCompatible,
}: {
  request: ImageRequest;
  isCompatible: boolean;
}): ImageOrder => {
  const { parameters, model, prompt, size, seed, negativePrompt } = request;
  if (parameters.stream) {
    throw new ArticleImagesError(
      'provider_invalid_request',
      `The parameter "stream" of the model "${model}" is not supported. Remove it from the model config.`,
    );
  }
  const overridden = RESERVED.filter((name) => name in parameters);
  return {
    body: {
      ...parameters,
      model,
      prompt: isCompatible ? plainPrompt(prompt) : prompt,
      size: formatSize(size),
      n: 1,
    },
    warnings: [
      ...overridden.map((name) => `the parameter "${name}" of the model config was not used`),
      ...(seed === null ? [] : ['the seed was not sent: this service takes none']),
      ...(negativePrompt ? ['the negative prompt was not sent: this service takes none'] : []),
    ],
  };
};
