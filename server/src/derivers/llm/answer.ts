import { z } from 'zod';

// Models answer loosely where a server ignores the schema: only what is used is read, and nothing else is required.
const text = z.string().nullish().catch(null);
const texts = z.array(z.string()).nullish().catch(null);

const imageSchema = z.object({
  slot: text,
  sectionId: text,
  subject: text,
  scene: text,
  prompt: text,
  avoid: texts,
  alt: text,
  caption: text,
});

const answerSchema = z.object({
  article: z.object({ sensitivity: texts }).nullish().catch(null),
  style: z
    .object({ medium: text, palette: text, light: text, lens: text, mood: text })
    .nullish()
    .catch(null),
  images: z.array(z.unknown()),
});

export type AnswerImage = z.infer<typeof imageSchema>;
export type Answer = Omit<z.infer<typeof answerSchema>, 'images'> & { images: AnswerImage[] };

/** More images than any article takes: the rest of a runaway answer is not looked at. */
const MOST_IMAGES = 60;

/** Reads a model's answer; null when it is no answer to the question at all. */
export const parseAnswer = (json: unknown): Answer | null => {
  const parsed = answerSchema.safeParse(json);
  if (!parsed.success) return null;
  const images = parsed.data.images.slice(0, MOST_IMAGES).flatMap((item) => {
    const image = imageSchema.safeParse(item);
    return image.success ? [image.data] : [];
  });
  return { ...parsed.data, images };
};
