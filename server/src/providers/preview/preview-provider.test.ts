import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GenerateContext, ImageRequest } from '../../ports/image-provider';
import { createPreviewProvider } from './preview-provider';

const provider = createPreviewProvider();

const context = (signal = new AbortController().signal): GenerateContext => ({
  signal,
  handle: null,
  onSubmitted: () => Promise.resolve(),
});

const request = (changes: Partial<ImageRequest> = {}): ImageRequest => ({
  model: 'preview',
  prompt: "Wide view of sheep's-milk cheese and eggs on a table.",
  negativePrompt: null,
  size: { width: 384, height: 256 },
  seed: 7,
  parameters: {},
  price: null,
  hints: {
    subject: "sheep's-milk cheese and eggs",
    palette: 'warm ochre and sage',
    section: 'Breakfast',
    role: 'featured',
  },
  ...changes,
});

const about = (subject: string, palette = 'warm ochre and sage'): ImageRequest =>
  request({ prompt: `A view of ${subject}.`, hints: { ...request().hints, subject, palette } });

const draw = async (order: ImageRequest): Promise<Buffer> =>
  (await provider.generate(order, context())).bytes;

/** Share of pixels per coarse colour: says how alike two pictures are in colour, whatever they show. */
const histogram = async (bytes: Buffer): Promise<number[]> => {
  const data = await sharp(bytes).resize(64, 64, { fit: 'fill' }).raw().toBuffer();
  const bins = new Array<number>(512).fill(0);
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const bin = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    bins[bin] = (bins[bin] ?? 0) + 3 / data.length;
  }
  return bins;
};

const likeness = async (one: Buffer, other: Buffer): Promise<number> => {
  const [a, b] = await Promise.all([histogram(one), histogram(other)]);
  return a.reduce((sum, share, bin) => sum + Math.min(share, b[bin] ?? 0), 0);
};

describe('the preview provider', () => {
  it('needs no key and says that it is a preview', () => {
    expect(provider.describe()).toMatchObject({
      isConfigured: true,
      isPreview: true,
      missing: null,
      hosts: [],
    });
    expect(provider.account()).toBe('preview');
  });

  it.each([
    [1536, 1024],
    [1024, 1024],
    [1024, 1536],
    [1536, 512],
    [341, 777],
    [64, 64],
  ])('draws exactly %ix%i', async (width, height) => {
    const bytes = await draw(request({ size: { width, height } }));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height });
  });

  it('costs nothing and reports the seed it used', async () => {
    const result = await provider.generate(request(), context());
    expect(result).toMatchObject({
      seed: 7,
      cost: { microUsd: 0, basis: 'none' },
      tokens: null,
      warnings: [],
    });
    const own = await provider.generate(request({ seed: null }), context());
    expect(own.seed).toBeGreaterThan(0);
  });

  it('draws the same picture for the same prompt, seed and size', async () => {
    const [one, other] = await Promise.all([draw(request()), draw(request())]);
    expect(one.equals(other)).toBe(true);
  });

  it.each([
    ['seed', { seed: 8 }],
    ['prompt', { prompt: 'Close view of the same cheese.' }],
    ['size', { size: { width: 385, height: 256 } }],
  ])('draws another picture for another %s', async (_, changes) => {
    expect((await draw(request())).equals(await draw(request(changes)))).toBe(false);
  });

  it('gives pictures of one palette related colours, and those of another palette other ones', async () => {
    const set = ['cheese and eggs', 'a mountain trail', 'a row of houses'];
    const [one, two, three] = await Promise.all(set.map((subject) => draw(about(subject))));
    const other = await draw(about('cheese and eggs', 'navy and lavender'));
    if (!one || !two || !three) throw new Error('three pictures were drawn');
    const inside = [
      await likeness(one, two),
      await likeness(one, three),
      await likeness(two, three),
    ];
    const outside = await likeness(one, other);
    expect(Math.max(...inside)).toBeLessThan(0.9);
    expect(Math.min(...inside)).toBeGreaterThan(outside);
  });

  it.each([
    '<script>alert(1)</script>',
    '"/><image href="http://127.0.0.1/secret"/>',
    '&lt;&amp;&#0;]]>',
    'x'.repeat(10_000),
    '東京の朝ごはん',
    '\u0000\u202e\uFFFF',
    '',
  ])('draws a subject such as %j without letting it into the drawing', async (subject) => {
    const bytes = await draw(about(subject, subject));
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 384, height: 256 });
  });

  it('marks every picture in the corner', async () => {
    const size = { width: 768, height: 512 };
    const corner = { left: 18, top: 470, width: 60, height: 24 };
    for (const subject of ['mountain trail', 'tax forms', 'ocean waves']) {
      const bytes = await draw({ ...about(subject), size });
      const { channels } = await sharp(await sharp(bytes).extract(corner).toBuffer()).stats();
      const darkest = Math.min(...channels.map(({ min }) => min));
      const lightest = Math.max(...channels.map(({ max }) => max));
      expect(darkest).toBeLessThan(90);
      expect(lightest).toBeGreaterThan(160);
    }
  });

  it('refuses a size it cannot draw and an order that was taken back', async () => {
    const huge = request({ size: { width: 9000, height: 100 } });
    await expect(provider.generate(huge, context())).rejects.toMatchObject({
      code: 'unsupported_size',
      charged: 'no',
    });
    const controller = new AbortController();
    controller.abort();
    await expect(provider.generate(request(), context(controller.signal))).rejects.toMatchObject({
      code: 'cancelled',
      charged: 'no',
    });
  });

  it('takes little of the processor for a large picture', async () => {
    const size = { width: 1536, height: 1024 };
    await draw(request({ size }));
    const before = process.cpuUsage();
    for (let seed = 0; seed < 4; seed += 1) await draw(request({ size, seed }));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 4000).toBeLessThan(600);
  });
});
