import { z } from 'zod';
import { ArticleImagesError } from '../domain/errors';
import { findJson } from './json-answer';
import { safeExcerpt } from './text-model-error';

const part = z.object({ text: z.string().nullish().catch(null) });
const count = z.number().int().nonnegative().nullish().catch(null);

/** What is read of a chat completion; compatible servers leave out or add the rest. */
const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish().catch(null),
        message: z.object({
          content: z.union([z.string(), z.array(part)]).nullish(),
          refusal: z.string().nullish().catch(null),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

type Tokens = { input: number; output: number };

const contentOf = (content: string | z.infer<typeof part>[] | null | undefined): string =>
  typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join('');

/** The JSON a chat completion carries, or an error that says what it carries instead. */
export const readCompletion = (body: unknown, model: string): { json: unknown; tokens: Tokens } => {
  const parsed = completionSchema.safeParse(body);
  const choice = parsed.data?.choices[0];
  if (!parsed.success || !choice) {
    throw new ArticleImagesError(
      'text_model_failed',
      `The service of the text model ${model} answered with something that is no chat completion. Check textModel.baseUrl.`,
      { isRetryable: false },
    );
  }
  const { usage } = parsed.data;
  const tokens = { input: usage?.prompt_tokens ?? 0, output: usage?.completion_tokens ?? 0 };
  const fail = (what: string): never => {
    throw new ArticleImagesError('text_model_failed', `The text model ${model} ${what}`, {
      details: { tokens },
    });
  };
  const { refusal, content } = choice.message;
  if (refusal) return fail(`declined to answer: ${safeExcerpt(refusal, null)}`);
  if (choice.finish_reason === 'content_filter') {
    return fail("was stopped by its service's content filter.");
  }
  const text = contentOf(content);
  const found = findJson(text);
  if (found) return { json: found.value, tokens };
  if (choice.finish_reason === 'length')
    return fail('ran out of room before its answer was complete.');
  if (!text.trim()) return fail('gave an empty answer.');
  return fail('answered with something that is not complete JSON.');
};
