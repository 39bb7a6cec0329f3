import type { ImageSize } from '../domain/models/image-size';

export type ProcessedImage = {
  bytes: Buffer;
  size: ImageSize;
  mediaType: 'image/webp';
  extension: '.webp';
  /** The size that arrived, before fitting. */
  receivedSize: ImageSize;
  warnings: string[];
};

/** Pixels in, pixels out. Throws `bad_output` with the reason for anything that is not a sound picture. */
export interface ImageProcessor {
  /** Fully decodes, checks limits, fits to exactly `size`, strips metadata and encodes WebP. */
  toWebp(input: { bytes: Buffer; size: ImageSize }): Promise<ProcessedImage>;
}
