import type { ImageRole } from '../../../../shared/vocabulary';

/**
 * What one picture must show, with the words people will read beside it. Free of model names, sizes and prices.
 */
export type ImageBrief = {
  role: ImageRole;
  /** The section an in-article picture belongs to; null for the featured image. */
  sectionId: string | null;
  /** The main thing to see, a few words: "sheep's-milk cheese and eggs". */
  subject: string;
  /** Setting, light and framing in words. */
  scene: string;
  /** The full text sent to the image model. 15 to 110 words, no negations, no quoted text, no names. */
  prompt: string;
  /** Things to avoid, for models that take a negative prompt. */
  avoid: string[];
  /** At most 125 characters, in the article's language, never "image of". */
  alternativeText: string;
  caption: string;
  /** Words for a palette ("warm ochre and sage"); the preview provider and the set's style use it. */
  palette: string;
  /** Which deriver wrote this brief. */
  derivedBy: 'extractive' | 'llm';
};
