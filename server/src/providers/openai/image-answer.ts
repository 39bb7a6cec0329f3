import { z } from 'zod';
import { ArticleImagesError } from '../../domain/errors';
import type { TokenUsage } from '../../domain/models/price';
import { sentence } from './openai-settings';

const count = z.number().int().min(0).nullish().catch(null);
const words = z.string().nullish().catch(null);

const usageSchema = z.object({
  input_tokens: count,
  output_tokens: count,
  input_tokens_details: z.object({ text_tokens: count, image_tokens: count }).nullish().catch(null),
});

/** Only what is used, and lenient about the rest: compatible servers leave out or add what they like. */
export const imageAnswerSchema = z.object({
  data: z.array(z.object({ b64_json: words, url: words, revised_prompt: words })).nullish(),
  error: z.unknown().optional(),
  size: words,
  usage: usageSchema.nullish().catch(null),
});
export type ImageAnswer = z.infer<typeof imageAnswerSchema>;

/** Where the picture is: in the answer, or at an address. */
export type Picture = { kind: 'bytes'; bytes: Buffer } | { kind: 'address'; url: string };

const DATA_URI = /^data:[^,]{0,100};base64,/;

const decodeBase64 = (text: string, service: string): Buffer => {
  const encoded = text.replace(/\s+/g, '');
  const bytes = Buffer.from(encoded, 'base64');
  // Node skips what is not base64 in silence; a picture must account for every character.
  const expected = Math.floor((encoded.replace(/=+$/, '').length * 3) / 4);
  if (bytes.length > 0 && bytes.length === expected) return bytes;
  throw new ArticleImagesError(
    'bad_output',
    sentence(`${service} sent a picture that is not readable as base64.`),
  );
};

/** The picture of an answer: base64, a data URI in either field, or an address. Throws `empty_answer` or `bad_output`. */
export const pictureOf = ({
  answer,
  service,
}: {
  answer: ImageAnswer;
  service: string;
}): Picture => {
  const [first] = answer.data ?? [];
  const text = first?.b64_json || first?.url;
  if (!text) {
    throw new ArticleImagesError(
      'empty_answer',
      sentence(
        `${service} answered without a picture. Some services do that when their filter refuses one.`,
      ),
    );
  }
  const inline = DATA_URI.exec(text);
  if (inline) return { kind: 'bytes', bytes: decodeBase64(text.slice(inline[0].length), service) };
  if (first?.b64_json) return { kind: 'bytes', bytes: decodeBase64(first.b64_json, service) };
  return { kind: 'address', url: text };
};

/** Tokens for the record, and split by kind for the price; null where the server counted none. */
export const usageOf = (
  answer: ImageAnswer,
): { tokens: { input: number; output: number } | null; usage: TokenUsage | null } => {
  const input = answer.usage?.input_tokens;
  const output = answer.usage?.output_tokens;
  if (input == null || output == null) return { tokens: null, usage: null };
  const imageIn = answer.usage?.input_tokens_details?.image_tokens ?? 0;
  return {
    tokens: { input, output },
    usage: { textIn: Math.max(0, input - imageIn), imageIn, imageOut: output },
  };
};
