import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { mediaFile } from '../../../../../test/fixtures/articles/media-file';
import { markdownFormat } from './markdown';

const image = {
  file: mediaFile(7),
  url: '/uploads/picture_7.webp',
  alternativeText: 'A ball',
  caption: 'On grass',
};
const snippet = '![A ball](/uploads/picture_7.webp "On grass")';

const kinds = (source: string) => markdownFormat.read(source).blocks.map(({ kind }) => kind);
const texts = (source: string) => markdownFormat.read(source).blocks.map(({ text }) => text);
const insert = (source: string, index: number) => markdownFormat.insertAfter(source, index, image);

describe('reading Markdown', () => {
  it('gives plain text without markup', () => {
    expect(
      texts('# *Hello* `world`\n\nA [link](https://x.org) and **bold**  \nnext\nline'),
    ).toEqual(['Hello world', 'A link and bold\nnext line']);
  });

  it('leaves front matter and the byte order mark out', () => {
    expect(texts('\uFEFF---\ntitle: X\ntags: [a]\n---\n\n# Hello')).toEqual(['Hello']);
    expect(texts('---\ntitle: X\n---\nText')).toEqual(['Text']);
  });

  it('does not take two rules for front matter', () => {
    expect(kinds('---\n\nA story: told\n\n---\n\nEnd')).toEqual([
      'other',
      'paragraph',
      'other',
      'paragraph',
    ]);
  });

  it('knows both kinds of headings and their levels', () => {
    const { blocks } = markdownFormat.read('Title\n=====\n\nPart\n----\n\n#### Deep ####');
    expect(blocks.map(({ level, text }) => [level, text])).toEqual([
      [1, 'Title'],
      [2, 'Part'],
      [4, 'Deep'],
    ]);
  });

  it('drops the notes site generators put behind a heading', () => {
    expect(texts('## React 18 {/*react-18*/}\n\n## Setup {#setup .wide}')).toEqual([
      'React 18',
      'Setup',
    ]);
  });

  it('reads lists, nested lists, quotes, tables and code as one block each', () => {
    const source =
      '- a\n  - b\n\n    more\n- c\n\n> said\n> twice\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```js\nlet x;\n```\n\n    indented';
    expect(kinds(source)).toEqual(['list', 'quote', 'table', 'code', 'code']);
    expect(texts(source)).toEqual([
      'a\nb\nmore\nc',
      'said twice',
      'x y\n1 2',
      'let x;',
      'indented',
    ]);
  });

  it('reads a paragraph of pictures as pictures without text', () => {
    const { blocks } = markdownFormat.read(
      '[![alt](/a.png "t")](https://x.org)\n\nText ![b](/b.png) more\n\n<img src="/c.png">',
    );
    expect(blocks.map(({ kind, text, images }) => [kind, text, images])).toEqual([
      ['image', '', ['/a.png']],
      ['paragraph', 'Text more', ['/b.png']],
      ['image', '', ['/c.png']],
    ]);
  });

  it('reads HTML between the Markdown as what it is', () => {
    expect(kinds('<h2>Part</h2>\n\n<p>Text</p>\n\n<aside>\nBy the way\n</aside>')).toEqual([
      'heading',
      'paragraph',
      'other',
    ]);
    expect(kinds('<div><p>One</p><p>Two</p></div>\n\nThree')).toEqual(['paragraph', 'paragraph']);
  });

  it('marks rules and opening wrappers as leading in, closing ones not', () => {
    const { blocks } = markdownFormat.read(
      'One\n\n</details>\n\n<details>\n\n<summary>Two</summary>\n\n### Two\n\nText\n\n---\n\n<aside>\nbeside\n</aside>\n',
    );
    expect(blocks.map(({ isLeadIn }) => isLeadIn)).toEqual([
      ...[false, false, true, true, false, false, true, false],
    ]);
  });

  it('takes nothing for an empty body and reports what is not text', () => {
    expect(markdownFormat.read(null)).toEqual({ blocks: [], unreadable: [] });
    expect(markdownFormat.read('')).toEqual({ blocks: [], unreadable: [] });
    expect(markdownFormat.read(undefined)).toEqual({ blocks: [], unreadable: [] });
    expect(markdownFormat.read({ a: 1 }).unreadable).toEqual([
      'expected Markdown text, found object',
    ]);
    expect(markdownFormat.read([1]).unreadable).toEqual(['expected Markdown text, found a list']);
  });
});

describe('inserting into Markdown', () => {
  it('puts a blank line on both sides', () => {
    expect(insert('One\n\nTwo', 0)).toBe(`One\n\n${snippet}\n\nTwo`);
    expect(insert('# One\nTwo', 0)).toBe(`# One\n\n${snippet}\n\nTwo`);
    expect(insert('One', 0)).toBe(`One\n\n${snippet}`);
    expect(insert('One\n', 0)).toBe(`One\n\n${snippet}\n`);
  });

  it('keeps the line endings the text has', () => {
    expect(insert('# One\r\nTwo\r\n', 0)).toBe(`# One\r\n\r\n${snippet}\r\n\r\nTwo\r\n`);
    expect(insert('One\rstill\r\rTwo', 0)).toBe(`One\rstill\r\r${snippet}\r\rTwo`);
  });

  it('stays out of lists, quotes, tables and code', () => {
    const source = '- a\n\n  - b\n- c\n\ntext\n\n| x |\n|---|\n| 1 |\n\n```\na\n\nb\n```\n> q';
    for (let index = 0; index < 5; index += 1) {
      const changed = String(insert(source, index));
      expect(kinds(changed).toSpliced(index + 1, 1)).toEqual(kinds(source));
      expect(kinds(changed)[index + 1]).toBe('image');
      expect(changed.split('\n')).toContain(snippet);
    }
  });

  it('steps back in front of a fence or comment nobody closed', () => {
    expect(insert('Text\n\n```js\nlet x;', 1)).toBe(`Text\n\n${snippet}\n\n\`\`\`js\nlet x;`);
    expect(insert('Text\n\n<!-- never\nclosed', 1)).toBe(
      `Text\n\n${snippet}\n\n<!-- never\nclosed`,
    );
  });

  it('gives up where there is no place at all', () => {
    expect(insert('```js\nlet x;', 0)).toBeNull();
    expect(insert('', 0)).toBeNull();
    expect(markdownFormat.insertAfter(12, 0, image)).toBeNull();
  });

  it('leaves reference links working', () => {
    const source = 'See [it][1].\n[1]: https://x.org\n\nMore [there][1].';
    expect(texts(String(insert(source, 0)))).toEqual(texts(source).toSpliced(1, 0, ''));
  });

  it('escapes whatever the words could mean, so that they come out as written', () => {
    const alternativeText = 'A [b] *c* _d_ `e` <f> ![g] h|i ~~j~~ \\k &amp; &copy; 3 * 4';
    const caption = 'Say "hi" \\ &quot; [x](y) 100 %';
    const url = '/up loads/a(1)_b<c>"d"\\e.webp?x=1&copy;=2';
    const changed = String(
      markdownFormat.insertAfter('One', 0, { ...image, alternativeText, caption, url }),
    );
    const inline = new MarkdownIt().parse(changed, {})[4];
    const [token] = inline?.children ?? [];
    expect(inline?.children).toHaveLength(1);
    expect(token?.children?.map(({ content }) => content).join('')).toBe(alternativeText);
    expect(token?.attrGet('title')).toBe(caption);
    expect(decodeURI(token?.attrGet('src') ?? '')).toBe(url);
  });

  it('writes one line whatever the texts hold, and no title without a caption', () => {
    const changed = markdownFormat.insertAfter('One', 0, {
      ...image,
      alternativeText: 'Two\n\nlines',
      caption: ' \n ',
    });
    expect(changed).toBe('One\n\n![Two lines](/uploads/picture_7.webp)');
  });
});

describe('a Markdown field that holds HTML', () => {
  const source = '<h2>One</h2>\n<p>Two</p>\n<ul><li>a</li></ul>\n\n<p>Three</p>';
  const figure = /<figure class="image">.*<\/figure>/;

  it('is read and edited as HTML', () => {
    expect(kinds(source)).toEqual(['heading', 'paragraph', 'list', 'paragraph']);
    const changed = String(insert(source, 1));
    expect(changed.replace(figure, '')).toBe(source.replace('</p>\n', '</p>\n\n'));
    expect(markdownFormat.removeImages(changed, () => true)).toBe(source);
    expect(markdownFormat.splitAfter(source, 0)).toEqual([
      '<h2>One</h2>',
      source.slice('<h2>One</h2>'.length),
    ]);
  });

  it('is Markdown again with the first line that is', () => {
    expect(kinds(`${source}\n\nFour`)).toEqual(['other', 'paragraph', 'paragraph']);
  });
});

describe('splitting Markdown', () => {
  it('cuts between blocks without losing a character', () => {
    expect(markdownFormat.splitAfter('One\n\nTwo\n\nThree', 1)).toEqual([
      'One\n\nTwo\n\n',
      'Three',
    ]);
  });

  it('does not cut away link definitions, nor an empty half', () => {
    expect(markdownFormat.splitAfter('A [b][c].\n\nD\n\n[c]: https://x.org', 0)).toBeNull();
    expect(markdownFormat.splitAfter('A ![b][c].\n\nD\n\n[c]: /x.png', 0)).toBeNull();
    expect(markdownFormat.splitAfter('One', 0)).toBeNull();
    expect(markdownFormat.splitAfter(3, 0)).toBeNull();
  });
});

describe('removing pictures from Markdown', () => {
  const isOurs = (address: string) => address.includes('picture_7');

  it('takes out our paragraph and leaves everything else', () => {
    const source = `One\n\n${snippet}\n\n![other](/x.png)\n\nInline ${snippet} stays`;
    expect(markdownFormat.removeImages(source, isOurs)).toBe(
      `One\n\n![other](/x.png)\n\nInline ${snippet} stays`,
    );
    expect(markdownFormat.removeImages(`${snippet}\n\nOne`, isOurs)).toBe('One');
    expect(markdownFormat.removeImages(null, isOurs)).toBeNull();
  });
});
