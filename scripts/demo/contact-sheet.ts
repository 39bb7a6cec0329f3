import sharp, { type OverlayOptions } from 'sharp';
import type { ArticleReport } from './read-back';

const PICTURE_HEIGHT = 240;
const GAP = 16;
const TITLE_HEIGHT = 44;
const ROW_HEIGHT = TITLE_HEIGHT + PICTURE_HEIGHT + GAP;

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

type Thumbnail = { input: Buffer; width: number };

const thumbnailOf = async (file: string): Promise<Thumbnail> => {
  const { data, info } = await sharp(file)
    .resize({ height: PICTURE_HEIGHT })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width };
};

const rowWidth = (row: Thumbnail[]): number =>
  row.reduce((sum, { width }) => sum + width + GAP, GAP);

const rowOverlays = (row: Thumbnail[], top: number): OverlayOptions[] =>
  row.map(({ input }, index) => ({ input, left: rowWidth(row.slice(0, index)), top }));

/** Draws every article as a row: its title, the featured image, then the in-article images in reading order. */
export const drawContactSheet = async (articles: ArticleReport[], file: string): Promise<void> => {
  const rows = await Promise.all(
    articles.map(({ featured, inArticle }) =>
      Promise.all([featured, ...inArticle].map((picture) => thumbnailOf(picture.file))),
    ),
  );
  const width = Math.max(...rows.map(rowWidth));
  const height = GAP + articles.length * ROW_HEIGHT;
  const titles = articles.map(({ title, format }, index) =>
    titleOverlay({ title, format, width: width - 2 * GAP, top: GAP + index * ROW_HEIGHT }),
  );
  const pictures = rows.flatMap((row, index) =>
    rowOverlays(row, GAP + index * ROW_HEIGHT + TITLE_HEIGHT),
  );
  await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([...titles, ...pictures])
    .png()
    .toFile(file);
};
