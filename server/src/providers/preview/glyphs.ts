import { openCurve, type Point } from './paths';

/**
 * Letters as lines, because a bare machine has no fonts and would draw boxes. Capitals are 10 high, `L` joins points
 * with straight lines, `C` with a soft one; the number in front is the letter's width.
 */
const GLYPHS: Record<string, string> = {
  A: '7;L0 10 3.5 0 7 10;L1.2 6.6 5.8 6.6',
  B: '6;L0 0 0 10;C0 0 3 0 4.8 .8 5.3 2.4 4.7 4 3 4.8 0 4.8;C3 4.8 5 5.4 5.9 7.3 5.2 9.1 3.2 10 0 10',
  C: '6.8;C6.6 2 5.4 .6 3.7 0 1.6 .8 .3 2.8 0 5 .3 7.2 1.6 9.2 3.7 10 5.4 9.4 6.6 8',
  D: '6.8;L0 0 0 10;C0 0 3 0 5.6 1.4 6.6 5 5.6 8.6 3 10 0 10',
  E: '5.4;L5.3 0 0 0 0 10 5.4 10;L0 4.8 4.6 4.8',
  F: '5.2;L5.2 0 0 0 0 10;L0 4.9 4.4 4.9',
  G: '7;C6.7 1.9 5.4 .6 3.7 0 1.6 .8 .3 2.8 0 5 .3 7.2 1.6 9.2 3.7 10 5.6 9.5 6.9 8;L6.9 8 6.9 5.4 4.3 5.4',
  H: '6.6;L0 0 0 10;L6.6 0 6.6 10;L0 4.9 6.6 4.9',
  I: '.4;L.2 0 .2 10',
  J: '4.4;L4.4 0 4.4 7;C4.4 7 3.8 9.2 2.2 10 .6 9.3 0 7.9',
  K: '6.2;L0 0 0 10;L5.9 0 0 6.2;L2.2 4.1 6.2 10',
  L: '5;L0 0 0 10 5 10',
  M: '8;L0 10 0 0 4 6.8 8 0 8 10',
  N: '6.8;L0 10 0 0 6.8 10 6.8 0',
  O: '8;C3.9 0 1.4 1.1 0 5 1.4 8.9 4 10 6.6 8.9 8 5 6.6 1.1 4.1 0 3.9 0',
  P: '6;L0 0 0 10;C0 0 3.4 0 5.4 1 5.9 2.8 5.2 4.6 3.2 5.6 0 5.6',
  Q: '8;C3.9 0 1.4 1.1 0 5 1.4 8.9 4 10 6.6 8.9 8 5 6.6 1.1 4.1 0 3.9 0;L5 7.2 7.8 10.6',
  R: '6.2;L0 0 0 10;C0 0 3.4 0 5.4 1 5.9 2.8 5.2 4.6 3.2 5.6 0 5.6;L3 5.6 6.2 10',
  S: '5.8;C5.4 1.6 4.4 .4 2.9 0 1.1 .6 .4 2.4 1.4 4 3 4.8 4.8 5.7 5.7 7.4 4.9 9.2 3 10 1.2 9.5 0 8.1',
  T: '6.4;L0 0 6.4 0;L3.2 0 3.2 10',
  U: '6.6;L0 0 0 6.4;C0 6.4 .7 9 3.3 10 5.9 9 6.6 6.4;L6.6 6.4 6.6 0',
  V: '6.8;L0 0 3.4 10 6.8 0',
  W: '9.6;L0 0 2.4 10 4.8 1.6 7.2 10 9.6 0',
  X: '6.4;L0 0 6.4 10;L6.4 0 0 10',
  Y: '6.4;L0 0 3.2 5 6.4 0;L3.2 5 3.2 10',
  Z: '6;L0 0 6 0 0 10 6 10',
  '0': '6;C2.9 0 .9 1.2 0 5 .9 8.8 3 10 5.1 8.8 6 5 5.1 1.2 3.1 0 2.9 0',
  '1': '2.6;L0 2.2 2.4 0 2.4 10',
  '2': '5.6;C.1 2.4 1 .6 2.8 0 4.7 .7 5.3 2.5 4.7 4.4;L4.7 4.4 0 10 5.6 10',
  '3': '5.4;C.3 1.4 1.4 .2 2.8 0 4.6 .8 5 2.5 4.2 4.1 2.4 4.8;C2.4 4.8 4.5 5.3 5.4 7.3 4.6 9.2 2.6 10 .9 9.5 0 8.3',
  '4': '6;L4.4 10 4.4 0 0 7 6 7',
  '5': '5.4;L5 0 .9 0 .5 4.4;C.5 4.4 2.6 3.7 4.6 4.7 5.4 6.8 4.6 9 2.6 10 .9 9.6 0 8.5',
  '6': '5.6;C4.6 .2 2.4 1.4 .6 4 .1 7 1 9.2 2.9 10 4.9 9.1 5.6 7 4.8 4.9 2.9 4.2 1.1 5 .2 6.6',
  '7': '5.4;L0 0 5.4 0 1.8 10',
  '8': '5.6;C2.7 0 1 .7 .5 2.4 1.2 4.2 2.8 4.8 4.7 5.6 5.6 7.4 4.7 9.3 2.8 10 .9 9.3 0 7.4 .9 5.6 2.8 4.8 4.4 4.2 5.1 2.4 4.6 .7 2.9 0 2.7 0',
  '9': '5.6;C1 9.8 3.2 8.6 5 6 5.5 3 4.6 .8 2.7 0 .7 .9 0 3 .8 5.1 2.7 5.8 4.5 5 5.4 3.4',
  '-': '3.2;L0 5.4 3.2 5.4',
  "'": '.6;L.4 0 .3 2.4',
  '.': '.5;L.2 9.8 .3 9.9',
  ',': '.8;L.6 9.4 .2 11.4',
  ':': '.5;L.2 3.6 .3 3.7;L.2 9.8 .3 9.9',
  '/': '4.4;L0 11 4.4 -1',
  '!': '.5;L.3 0 .3 6.8;L.2 9.8 .3 9.9',
  '?': '5;C0 2.2 .9 .5 2.5 0 4.4 .9 4.9 2.6 4.2 4.2 2.6 5.6;L2.6 5.6 2.5 7;L2.4 9.8 2.5 9.9',
  '(': '2.2;C2.2 -1 .6 1.8 0 5 .6 8.2 2.2 11',
  ')': '2.2;C0 -1 1.6 1.8 2.2 5 1.6 8.2 0 11',
  '&': '7.6;C7.4 10 4.4 6.6 1.6 3 1.9 .8 3.4 0 4.9 .8 5 2.6 3.2 4.3 .8 6 0 7.8 1 9.5 2.9 10 5.4 8.9 7.2 5.8',
};

const SPACE = 4;
const GAP = 2.4;

type Glyph = { width: number; strokes: { isSoft: boolean; points: Point[] }[] };

const parse = (text: string): Glyph => {
  const [width, ...strokes] = text.split(';');
  return {
    width: Number(width),
    strokes: strokes.map((stroke) => {
      const numbers = stroke.slice(1).split(' ').map(Number);
      const points: Point[] = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        points.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
      }
      return { isSoft: stroke.startsWith('C'), points };
    }),
  };
};

const SPECIAL: Record<string, string> = {
  ß: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Þ: 'TH',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
};

/** The text in letters that can be drawn: capitals without accents, anything unknown left out. */
export const toDrawable = (text: string): string => {
  const plain = text
    .replace(/[ßÆŒØŁĐÞ’‘–—]/gi, (letter) => SPECIAL[letter.toUpperCase()] ?? SPECIAL[letter] ?? '')
    .normalize('NFD')
    .toUpperCase();
  return [...plain]
    .map((letter) => (/\s/.test(letter) ? ' ' : letter in GLYPHS ? letter : ''))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
};

/** Lines of a text whose capitals are `height` high, from the upper left corner, and how wide it came out. */
export const drawText = (
  text: string,
  { x, y, height, spacing = 1 }: { x: number; y: number; height: number; spacing?: number },
): { path: string; width: number } => {
  const scale = height / 10;
  const paths: string[] = [];
  let at = 0;
  for (const letter of text) {
    const source = GLYPHS[letter];
    if (!source) {
      at += SPACE;
      continue;
    }
    const { width, strokes } = parse(source);
    for (const { isSoft, points } of strokes) {
      const placed = points.map(([px, py]): Point => [x + (at + px) * scale, y + py * scale]);
      const straight = `M${placed.map(([px, py]) => `${px.toFixed(2)} ${py.toFixed(2)}`).join('L')}`;
      paths.push(isSoft ? openCurve(placed) : straight);
    }
    at += width + GAP * spacing;
  }
  return { path: paths.join(''), width: Math.max(0, at - GAP * spacing) * scale };
};
