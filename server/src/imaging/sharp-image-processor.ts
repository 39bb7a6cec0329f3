import sharp, { type SharpOptions } from 'sharp';
import { ArticleImagesError } from '../domain/errors';
import type { ImageSize } from '../domain/models/image-size';
import type { ImageProcessor, ProcessedImage } from '../ports/image-processor';
import { planFit } from './fit-plan';
import { isFlat } from './flat-picture';
import { limitConcurrency } from './limit-concurrency';
import { sniffFormat, type PictureFormat } from './sniff-format';

export type ImagingLimits = {
  /** Pixels a picture may declare before it is refused unread. */
  maxPixels: number;
  /** How long one decode or encode may take. */
  timeoutSeconds: number;
  /** Pictures in work at once in this process: the rest of Strapi needs the cores too. */
  concurrency: number;
  /** WebP quality, 1 to 100. */
  quality: number;
};

const DEFAULT_LIMITS: ImagingLimits = {
  maxPixels: 64_000_000,
  timeoutSeconds: 10,
  concurrency: 2,
  quality: 82,
};

type Probe = { size: ImageSize; pages: number };

const badOutput = (message: string, cause?: unknown): ArticleImagesError =>
  new ArticleImagesError('bad_output', message, { cause });

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 160) ?? '';

/** Sharp speaks in library terms; editors get a sentence and the library's words as the reason. */
const explain = (error: unknown, limits: ImagingLimits): ArticleImagesError => {
  if (error instanceof ArticleImagesError) return error;
  const reason = firstLine(error);
  if (/pixel limit/i.test(reason)) {
    return badOutput(
      `The picture declares more than ${Math.round(limits.maxPixels / 1e6)} megapixels and was refused unread.`,
      error,
    );
  }
  if (/timeout/i.test(reason)) {
    return badOutput(`The picture took longer than ${limits.timeoutSeconds} s to decode.`, error);
  }
  return badOutput(`The picture is damaged or cut off and cannot be decoded (${reason}).`, error);
};

const sniff = (bytes: Buffer): PictureFormat => {
  if (bytes.length === 0) throw badOutput('The image service sent an empty file.');
  const format = sniffFormat(bytes);
  if (format) return format;
  throw badOutput('The bytes are no picture of a known kind: only PNG, JPEG, WebP and AVIF count.');
};

/** Reads the header only: it says how large the picture claims to be, not whether it is sound. */
const probe = async (bytes: Buffer, options: SharpOptions): Promise<Probe> => {
  const expected = sniff(bytes);
  const { format, autoOrient, pages } = await sharp(bytes, options).metadata();
  if ((format === 'heif' ? 'avif' : format) !== expected) {
    throw badOutput(`The picture begins like ${expected} but was read as ${format}.`);
  }
  return { size: autoOrient, pages: pages ?? 1 };
};

/** Decodes every pixel at the asked size; orientation, colour profile and depth become plain 8-bit sRGB. */
const decode = async (
  bytes: Buffer,
  { options, size, fit, timeoutSeconds }: DecodeTask,
): Promise<{ pixels: Buffer; channels: 3 | 4 }> => {
  const { data, info } = await sharp(bytes, options)
    .timeout({ seconds: timeoutSeconds })
    .autoOrient()
    .resize({ ...size, fit, position: sharp.strategy.attention })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, channels: info.channels === 4 ? 4 : 3 };
};

type DecodeTask = {
  options: SharpOptions;
  size: ImageSize;
  fit: 'fill' | 'cover';
  timeoutSeconds: number;
};

/** Pixels carry no metadata, so what was in the file's tags, or behind its end, is gone. */
const encode = async (
  { pixels, channels }: { pixels: Buffer; channels: 3 | 4 },
  size: ImageSize,
  limits: ImagingLimits,
): Promise<Buffer> =>
  sharp(pixels, { raw: { ...size, channels } })
    .timeout({ seconds: limits.timeoutSeconds })
    .webp({ quality: limits.quality, effort: 4, smartSubsample: true })
    .toBuffer();

const convert = async (
  { bytes, size }: { bytes: Buffer; size: ImageSize },
  limits: ImagingLimits,
): Promise<ProcessedImage> => {
  // 'error' refuses what is cut off or broken; the stricter 'warning' would also refuse sound pictures with odd tags.
  const options: SharpOptions = {
    failOn: 'error',
    limitInputPixels: limits.maxPixels,
    limitInputChannels: 5,
    pages: 1,
  };
  const { size: receivedSize, pages } = await probe(bytes, options);
  const { fit, warnings } = planFit({ received: receivedSize, asked: size });
  const { timeoutSeconds } = limits;
  const picture = await decode(bytes, { options, size, fit, timeoutSeconds });
  return {
    bytes: await encode(picture, size, limits),
    size,
    mediaType: 'image/webp',
    extension: '.webp',
    receivedSize,
    warnings: [
      ...warnings,
      ...(pages > 1 ? [`arrived as an animation of ${pages} frames, first frame kept`] : []),
      ...(isFlat(picture) ? ['shows one flat colour'] : []),
    ],
  };
};

/**
 * The `ImageProcessor` over sharp. Foreign bytes are sniffed first, fully decoded and always encoded anew,
 * on libvips' threads and not on the event loop, a few pictures at a time.
 */
export const createSharpImageProcessor = ({
  limits: changes = {},
}: { limits?: Partial<ImagingLimits> } = {}): ImageProcessor => {
  const limits = { ...DEFAULT_LIMITS, ...changes };
  const inTurn = limitConcurrency(limits.concurrency);
  return {
    toWebp: (input) =>
      inTurn(async () => {
        try {
          return await convert(input, limits);
        } catch (error) {
          throw explain(error, limits);
        }
      }),
  };
};
