import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleImagesError } from '../domain/errors';
import { createSharpImageProcessor } from './sharp-image-processor';

type OddPicture = {
  file: string;
  expected: 'reject' | 'convert' | 'accept' | 'either';
  why: string;
  below64px: boolean;
};

const folder = join(__dirname, '../../../test/fixtures/images');
const odd = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as OddPicture[];
const read = (file: string): Buffer => readFileSync(join(folder, file));

const processor = createSharpImageProcessor();

const refusal = async (bytes: Buffer, size = { width: 256, height: 256 }) => {
  const error: ArticleImagesError = await processor.toWebp({ bytes, size }).then(
    () => Promise.reject(new Error('was accepted')),
    (reason) => reason,
  );
  expect(error).toMatchObject({ name: 'ArticleImagesError', code: 'bad_output', charged: 'yes' });
  return error.message;
};

/** A picture with detail, so that a crop and a flat colour can be told apart. */
const picture = (width: number, height: number): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = (at * 7 + (at >> 8) * 13) % 256;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
};

/** Not on the list of four formats although libvips could read them: see `sniffFormat`. */
const OTHER_FORMAT = ['animated-loop-3.gif', 'tiff-16.tif', 'frame-out-of-bounds.gif'];
const isRefused = ({ file, expected, below64px }: OddPicture): boolean =>
  expected === 'reject' || below64px || OTHER_FORMAT.includes(file);

describe('odd pictures', () => {
  it.each(odd.filter(isRefused).map((one) => [one.file, one.why] as const))(
    'refuses %s (%s) with a sentence and within a second',
    async (file) => {
      const start = performance.now();
      const message = await refusal(read(file));
      expect(performance.now() - start).toBeLessThan(1000);
      expect(message).toMatch(/^The (picture|bytes|image service)[^\n]{20,240}\.$/);
    },
  );

  it.each(odd.filter((one) => !isRefused(one)).map((one) => [one.file, one.why] as const))(
    'makes plain WebP of %s (%s)',
    async (file) => {
      const bytes = read(file);
      const { autoOrient: size } = await sharp(bytes).metadata();
      const result = await processor.toWebp({ bytes, size });
      const made = await sharp(result.bytes).metadata();
      expect(made).toMatchObject({ ...size, format: 'webp', space: 'srgb', depth: 'uchar' });
      expect([made.exif, made.icc, made.xmp, made.iptc, made.orientation]).toEqual(
        Array(5).fill(undefined),
      );
      expect(made.pages ?? 1).toBe(1);
      expect(result.receivedSize).toEqual(size);
      expect(result.warnings).toEqual([]);
    },
  );

  it('knows every file in the folder, so that none is skipped in silence', () => {
    expect(odd.length).toBe(28);
    expect(odd.filter(isRefused).length).toBe(22);
  });

  it.each([
    ['truncated.jpg', 'damaged or cut off'],
    ['lottapixel.jpg', 'more than 64 megapixels'],
    ['externalTest.svg', 'only PNG, JPEG, WebP and AVIF'],
    ['big-height.webp', 'arrived as 13x169'],
  ])('says of %s what is wrong: %s', async (file, words) => {
    expect(await refusal(read(file))).toContain(words);
  });
});

describe('colours and orientation', () => {
  const middle = async (bytes: Buffer): Promise<number[]> => {
    const { data } = await sharp(bytes)
      .resize(1, 1, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [...data.subarray(0, 3)];
  };

  it('turns a picture with orientation 6 upright', async () => {
    const size = { width: 231, height: 308 };
    const result = await processor.toWebp({ bytes: read('exif-6.jpg'), size });
    expect(result.receivedSize).toEqual(size);
    expect(result.warnings).toEqual([]);
  });

  it('converts Display P3 instead of dropping the profile', async () => {
    // The fixture is 8 pixels wide: enlarge it without touching its profile.
    const bytes = await sharp(read('p3.png')).resize(128, 128).keepIccProfile().png().toBuffer();
    const result = await processor.toWebp({ bytes, size: { width: 128, height: 128 } });
    const naive = await middle(await sharp(bytes, { ignoreIcc: true }).png().toBuffer());
    const converted = await middle(result.bytes);
    expect(converted).not.toEqual(naive);
  });

  it('turns CMYK with and without a profile into alike pictures', async () => {
    const size = { width: 500, height: 333 };
    const files = ['Channel_digital_image_CMYK_color.jpg', 'CMYK_no_profile.jpg'];
    const [one = [], other = []] = await Promise.all(
      files.map(async (file) =>
        middle((await processor.toWebp({ bytes: read(file), size })).bytes),
      ),
    );
    one.forEach((value, index) => expect(Math.abs(value - (other[index] ?? 0))).toBeLessThan(30));
  });

  it('gives three channels to a grey picture', async () => {
    const bytes = await sharp(await picture(128, 128))
      .greyscale()
      .png()
      .toBuffer();
    const result = await processor.toWebp({ bytes, size: { width: 128, height: 128 } });
    expect(await sharp(result.bytes).metadata()).toMatchObject({ channels: 3, space: 'srgb' });
  });

  it('strips places and cameras from the tags', async () => {
    const bytes = await sharp(await picture(128, 128))
      .withExif({ IFD0: { Copyright: 'CANARY' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect(bytes.includes('CANARY')).toBe(true);
    const result = await processor.toWebp({ bytes, size: { width: 128, height: 128 } });
    expect(result.bytes.includes('CANARY')).toBe(false);
  });

  it('drops what a polyglot carries behind the picture', async () => {
    const jpeg = await sharp(await picture(128, 128))
      .jpeg()
      .toBuffer();
    const bytes = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]);
    const result = await processor.toWebp({ bytes, size: { width: 128, height: 128 } });
    expect(result.bytes.includes('script')).toBe(false);
  });
});

describe('fitting to the asked size', () => {
  let landscape: Buffer;
  beforeAll(async () => {
    landscape = await picture(1536, 1024);
  });

  it.each([
    [{ width: 1536, height: 1024 }, []],
    [{ width: 1200, height: 800 }, ['arrived as 1536x1024, resized to 1200x800']],
    [{ width: 1510, height: 1024 }, ['arrived as 1536x1024, resized to 1510x1024']],
    [{ width: 1024, height: 1024 }, ['arrived as 1536x1024, cropped to 1024x1024']],
    [{ width: 2048, height: 1152 }, ['arrived as 1536x1024, cropped to 2048x1152']],
  ])('gives exactly %o and says what it did', async (size, warnings) => {
    const result = await processor.toWebp({ bytes: landscape, size });
    expect(await sharp(result.bytes).metadata()).toMatchObject({ ...size, format: 'webp' });
    expect(result).toMatchObject({ size, mediaType: 'image/webp', extension: '.webp', warnings });
    expect(result.receivedSize).toEqual({ width: 1536, height: 1024 });
  });

  it('refuses to enlarge more than twice', async () => {
    const bytes = await picture(512, 512);
    const message = await refusal(bytes, { width: 1536, height: 1024 });
    expect(message).toContain('512x512 instead of 1536x1024');
  });

  it('refuses a truncated picture of another shape, although the crop drops its lower half', async () => {
    const tall = await sharp(await picture(256, 1024))
      .jpeg({ quality: 90 })
      .toBuffer();
    const message = await refusal(tall.subarray(0, Math.floor(tall.length * 0.9)));
    expect(message).toContain('cut off');
  });

  it('keeps transparency', async () => {
    const bytes = await sharp(await picture(128, 128))
      .ensureAlpha(0.5)
      .png()
      .toBuffer();
    const result = await processor.toWebp({ bytes, size: { width: 128, height: 128 } });
    expect((await sharp(result.bytes).metadata()).hasAlpha).toBe(true);
  });

  it('mentions a picture of one flat colour and keeps the first frame of an animation', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 128, height: 128, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = [await frame('#aa0000'), await frame('#00aa00')];
    const bytes = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const result = await processor.toWebp({ bytes, size: { width: 128, height: 128 } });
    expect(result.warnings).toEqual([
      'arrived as an animation of 2 frames, first frame kept',
      'shows one flat colour',
    ]);
    const { data } = await sharp(result.bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(150);
  });
});

describe('limits', () => {
  it('refuses a small file that declares more pixels than allowed', async () => {
    const strict = createSharpImageProcessor({ limits: { maxPixels: 10_000 } });
    const call = strict.toWebp({ bytes: await picture(128, 128), size: { width: 64, height: 64 } });
    await expect(call).rejects.toThrow('more than 0 megapixels');
  });

  it('refuses no bytes at all', async () => {
    expect(await refusal(Buffer.alloc(0))).toBe('The image service sent an empty file.');
  });

  it('works on several pictures without blocking the event loop', async () => {
    const bytes = await picture(1536, 1024);
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    const start = performance.now();
    const size = { width: 1024, height: 1024 };
    await Promise.all(Array.from({ length: 4 }, () => processor.toWebp({ bytes, size })));
    clearInterval(timer);
    const possible = (performance.now() - start) / 5;
    expect(ticks).toBeGreaterThan(possible * 0.3);
  });
});
