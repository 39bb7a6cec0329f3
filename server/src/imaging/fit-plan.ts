import { ArticleImagesError } from '../domain/errors';
import { formatSize, type ImageSize } from '../domain/models/image-size';

/** Shapes closer than this are stretched: nobody sees 2 %. */
const SAME_SHAPE = 0.02;
const SMALLEST_EDGE = 64;
/** Enlarging further than this shows as mush. */
const MOST_ENLARGED = 2;

export type FitPlan = { fit: 'fill' | 'cover'; warnings: string[] };

const badOutput = (message: string, received: ImageSize, asked: ImageSize): ArticleImagesError =>
  new ArticleImagesError('bad_output', message, {
    details: { receivedSize: formatSize(received), askedSize: formatSize(asked) },
  });

/**
 * How a picture that arrived becomes exactly the size that was asked for.
 * Throws `bad_output` when it is too small to be made bigger honestly.
 */
export const planFit = ({
  received,
  asked,
}: {
  received: ImageSize;
  asked: ImageSize;
}): FitPlan => {
  const [got, wanted] = [formatSize(received), formatSize(asked)];
  if (Math.min(received.width, received.height) < SMALLEST_EDGE) {
    throw badOutput(
      `The picture arrived as ${got}; below ${SMALLEST_EDGE} pixels it is not usable.`,
      received,
      asked,
    );
  }
  const enlarged = Math.max(asked.width / received.width, asked.height / received.height);
  if (enlarged > MOST_ENLARGED) {
    throw badOutput(
      `The picture arrived as ${got} instead of ${wanted}: too small to enlarge without blur.`,
      received,
      asked,
    );
  }
  if (got === wanted) return { fit: 'fill', warnings: [] };
  const shape = received.width / received.height / (asked.width / asked.height);
  if (Math.abs(shape - 1) > SAME_SHAPE) {
    return { fit: 'cover', warnings: [`arrived as ${got}, cropped to ${wanted}`] };
  }
  return { fit: 'fill', warnings: [`arrived as ${got}, resized to ${wanted}`] };
};
