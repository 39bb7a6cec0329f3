import type { ImageRole, Orientation } from '../../../../shared/vocabulary';
import type { Anchor } from '../article/article';
import type { ImageBrief } from '../prompts/image-brief';

/** One picture the article should get. Position 0 is the featured image, in-article images count from 1. */
export type ImageSlot = {
  role: ImageRole;
  position: number;
  orientation: Orientation;
  /** Null for the featured image. */
  anchor: Anchor | null;
  brief: ImageBrief;
};

/** Even positions square, odd positions landscape, the featured image landscape. */
export const orientationFor = (role: ImageRole, position: number): Orientation =>
  role === 'in_article' && position % 2 === 0 ? 'square' : 'landscape';
