import { describe, expect, it } from 'vitest';
import { mediaFile } from '../../../../../test/fixtures/articles/media-file';
import type { BodyFormat, FormatBlock } from './body-format';
import { htmlFormat } from './html';
import { markdownFormat } from './markdown';

/** Texts nobody would write, made of the pieces people do write: the same ones in every run. */
const randomOf = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
};

const soupOf = (pieces: string[], seed: number): string => {
  const random = randomOf(seed);
  return Array.from({ length: 3 + random(14) }, () => pieces[random(pieces.length)]).join('');
};

const MARKDOWN_PIECES = [
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '  ',
    '    ',
    '\t',
    'word',
    'two words',
    '# Title',
    '## Part',
    '===',
    '---',
  ],
  ...[
    '- item',
    '1. first',
    '   - deeper',
    '> quote',
    '```',
    '~~~js',
    '| a | b |',
    '|---|---|',
    '***',
  ],
  ...[
    '[link][x]',
    '[x]: https://x.org',
    '![a](/b.png)',
    '<div>',
    '</div>',
    '<p>',
    '<!--',
    '-->',
    '`code`',
  ],
  ...[
    '<details>',
    '</details>',
    '<script>',
    '\\',
    '&amp;',
    '<img src="/c.png">',
    ':',
    '**bold',
    '$',
  ],
];

const HTML_PIECES = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<h2>',
    '</h2>',
    '<ul>',
    '<li>',
    '</ul>',
    '<br>',
    '<br/>',
    '<hr>',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<b>',
    '</b>',
    '<span>',
    '</span>',
    '<blockquote>',
    '</blockquote>',
  ],
  ...[
    'word',
    ' two words ',
    '\n',
    '\n  ',
    '&nbsp;',
    '&lt;',
    '&',
    '<',
    '>',
    '"',
    '<!-- x -->',
    '<!--',
    '-->',
  ],
  ...[
    '<img src="/a.png">',
    '<figure>',
    '</figure>',
    '<pre>',
    '</pre>',
    '<script>',
    '</script>',
    '<section>',
  ],
];

const image = {
  file: mediaFile(7),
  url: '/uploads/picture_7.webp',
  alternativeText: 'A [b] "c" <d>',
  caption: 'E & "f"',
};
const isOurs = (address: string) => address === image.url;

const wordsOf = (blocks: FormatBlock[]): string =>
  JSON.stringify(blocks.map(({ kind, level, text }) => [kind, level, text]));

const withoutInsertion = (before: string, after: string): boolean => {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return before.slice(at) === after.slice(at + after.length - before.length);
};

const countKeptPromises = (format: BodyFormat, source: string): number => {
  const { blocks } = format.read(source);
  let kept = 0;
  blocks.forEach((_block, index) => {
    const changed = format.insertAfter(source, index, image);
    if (changed === null) return;
    const after = format.read(changed).blocks;
    const at = after.findIndex(({ kind, images }) => kind === 'image' && images.every(isOurs));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThanOrEqual(index + 1);
    expect(wordsOf(after.toSpliced(at, 1))).toBe(wordsOf(blocks));
    expect(withoutInsertion(source, String(changed))).toBe(true);
    const removed = format.removeImages(changed, isOurs);
    expect(wordsOf(format.read(removed).blocks)).toBe(wordsOf(blocks));
    kept += 1;
  });
  return kept;
};

const splitsHold = (format: BodyFormat, source: string): void => {
  const { blocks } = format.read(source);
  blocks.forEach((_block, index) => {
    const halves = format.splitAfter(source, index);
    if (!halves) return;
    expect(halves.join('')).toBe(source);
    const both = halves.flatMap((half) => format.read(half).blocks);
    expect(wordsOf(both)).toBe(wordsOf(blocks));
  });
};

const SEEDS = Array.from({ length: 1000 }, (_seed, index) => index + 1);

describe.each([
  { name: 'Markdown', format: markdownFormat, pieces: MARKDOWN_PIECES },
  { name: 'HTML', format: htmlFormat, pieces: HTML_PIECES },
])('$name soup', ({ format, pieces }) => {
  it('is read, and what goes in or comes out changes nothing else', () => {
    const kept = SEEDS.map((seed) => countKeptPromises(format, soupOf(pieces, seed)));
    expect(kept.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
  });

  it('is cut only where both halves read as before', () => {
    for (const seed of SEEDS) splitsHold(format, soupOf(pieces, seed));
  });
});
