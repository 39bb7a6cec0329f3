import sharp, { type OverlayOptions } from 'sharp';
import type { ArticleReport } from './read-back';

const CELL = { width: 360, height: 240 };
const GAP = 16;
const TITLE_HEIGHT = 44;
const ROW_HEIGHT = TITLE_HEIGHT + CELL.height + GAP;

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const titleOverlay = ({
  title,
  format,
  width,
  top,
}: {
  title: string;
  format: string;
  width: number;
  top: number;
}): OverlayOptions => ({
  input: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${TITLE_HEIGHT}">` +
      `<text x="0" y="30" font-family="sans-serif" font-size="22" fill="#32324d">${escape(title)}` +
      `<tspan fill="#666687" font-size="16" dx="12">${format}</tspan></text></svg>`,
  ),
  left: GAP,
  top,
});

const pictureOverlay = async (
  file: string,
  { left, top }: { left: number; top: number },
): Promise<OverlayOptions> => {
  const background = '#eaeaef';
  const input = await sharp(file)
    .resize({ ...CELL, fit: 'contain', background })
    .png()
    .toBuffer();
  return { input, left, top };
};

/** Draws every article as a row: its title, the featured image, then the in-article images in reading order. */
export const drawContactSheet = async (articles: ArticleReport[], file: string): Promise<void> => {
  const files = articles.map(({ featured, inArticle }) => [featured, ...inArticle]);
  const columns = Math.max(...files.map((row) => row.length));
  const width = GAP + columns * (CELL.width + GAP);
  const height = GAP + articles.length * ROW_HEIGHT;
  const titles = articles.map(({ title, format }, row) =>
    titleOverlay({ title, format, width: width - 2 * GAP, top: GAP + row * ROW_HEIGHT }),
  );
  const pictures = files.flatMap((row, y) =>
    row.map((picture, x) =>
      pictureOverlay(picture.file, {
        left: GAP + x * (CELL.width + GAP),
        top: GAP + y * ROW_HEIGHT + TITLE_HEIGHT,
      }),
    ),
  );
  await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([...titles, ...(await Promise.all(pictures))])
    .png()
    .toFile(file);
};
