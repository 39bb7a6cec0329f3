import { describe, expect, it } from 'vitest';
import { mediaFile } from '../../../../../test/fixtures/articles/media-file';
import { htmlFormat } from './html';
import { htmlText } from './html-text';
import { parseHtml } from './html-tree';

const image = {
  file: mediaFile(7),
  url: '/uploads/picture_7.webp',
  alternativeText: 'A ball',
  caption: '',
};
const figure =
  '<figure class="image"><img src="/uploads/picture_7.webp" alt="A ball" width="1536" height="1024"></figure>';

const read = (source: string) =>
  htmlFormat.read(source).blocks.map(({ kind, level, text }) => [kind, level, text]);
const kinds = (source: string) => htmlFormat.read(source).blocks.map(({ kind }) => kind);
const insert = (source: string, index: number) => htmlFormat.insertAfter(source, index, image);

describe('reading HTML', () => {
  it('reads what an editor stores, entities as characters', () => {
    expect(
      read(
        '<h2>T&amp;C</h2><p>One <strong>bold</strong>&nbsp;word</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><blockquote><p>said</p></blockquote><pre><code>let x;\n  y</code></pre>',
      ),
    ).toEqual([
      ['heading', 2, 'T&C'],
      ['paragraph', null, 'One bold word'],
      ['list', null, 'a\nb\nc'],
      ['quote', null, 'said'],
      ['code', null, 'let x;\n  y'],
    ]);
  });

  it('finds blocks through elements that only wrap others', () => {
    const source =
      '<html><head><title>x</title></head><body><main><section><div><h1>A</h1></div><div><span><p>B</p></span></div></section><div>C <b>c</b></div></main></body></html>';
    expect(read(source)).toEqual([
      ['heading', 1, 'A'],
      ['paragraph', null, 'B'],
      ['paragraph', null, 'C c'],
    ]);
  });

  it('makes paragraphs of loose text and of double line breaks', () => {
    expect(read('One <i>more</i><h2>Two</h2>Three<br>still<br><br>\n<br>Four')).toEqual([
      ['paragraph', null, 'One more'],
      ['heading', 2, 'Two'],
      ['paragraph', null, 'Three\nstill'],
      ['paragraph', null, 'Four'],
    ]);
  });

  it('mends tags nobody closed', () => {
    expect(read('<p>One<p>Two<h2>Three<p>Four<ul><li>a<li>b</ul><div>Five<p>Six')).toEqual([
      ['paragraph', null, 'One'],
      ['paragraph', null, 'Two'],
      ['heading', 2, 'Three'],
      ['paragraph', null, 'Four'],
      ['list', null, 'a\nb'],
      ['paragraph', null, 'Five'],
      ['paragraph', null, 'Six'],
    ]);
  });

  it('tells figures by what they hold and leaves captions out', () => {
    expect(
      read(
        '<figure class="image"><img src="/a.png"><figcaption>Cap</figcaption></figure><figure class="table"><table><tr><td>1</td><td>2</td></tr></table><figcaption>Cap</figcaption></figure><figure class="media"><oembed url="x"></oembed></figure><p><img src="/b.png"></p><p>With <img src="/c.png"> text</p>',
      ),
    ).toEqual([
      ['image', null, ''],
      ['table', null, '1 2'],
      ['other', null, ''],
      ['image', null, ''],
      ['paragraph', null, 'With text'],
    ]);
  });

  it('takes asides, details and raw HTML boxes as one piece each', () => {
    const source =
      '<aside><h2>A</h2><p>b</p></aside><details><summary>c</summary><p>d</p></details><div class="raw-html-embed"><p>e</p><p>f</p></div><hr>';
    expect(kinds(source)).toEqual(['other', 'other', 'other', 'other']);
    expect(htmlFormat.read(source).blocks.map(({ isLeadIn }) => isLeadIn)).toEqual([
      ...[false, false, false, true],
    ]);
  });

  it('ignores scripts, styles and comments', () => {
    expect(
      read('<style>p{}</style><!-- no --><script>let x;</script><p>Yes<script>z</script></p>'),
    ).toEqual([['paragraph', null, 'Yes']]);
  });

  it('takes nothing for an empty body and reports what is not text', () => {
    expect(htmlFormat.read(undefined)).toEqual({ blocks: [], unreadable: [] });
    expect(htmlFormat.read('  \n')).toEqual({ blocks: [], unreadable: [] });
    expect(htmlFormat.read(false).unreadable).toEqual(['expected HTML text, found boolean']);
  });

  it('survives nesting no page has', () => {
    const source = '<b>'.repeat(50_000) + 'deep' + '<div>'.repeat(5_000) + '<p>end';
    expect(
      htmlFormat
        .read(source)
        .blocks.map(({ text }) => text)
        .join(' '),
    ).toBe('deep end');
  });
});

describe('inserting into HTML', () => {
  it('puts a figure in the shape CKEditor keeps between blocks', () => {
    expect(insert('<h2>A</h2><p>B</p><p>C</p>', 1)).toBe(`<h2>A</h2><p>B</p>${figure}<p>C</p>`);
  });

  it('escapes texts and addresses, and writes no size that is not known', () => {
    const changed = htmlFormat.insertAfter('<p>A</p>', 0, {
      file: mediaFile(7, { width: null, height: null }),
      url: '/a.webp?x=1&y="2"',
      alternativeText: 'A "b"\n<c> & d',
      caption: 'E <f> & "g"',
    });
    expect(changed).toBe(
      '<p>A</p><figure class="image"><img src="/a.webp?x=1&amp;y=&quot;2&quot;" alt="A &quot;b&quot; &lt;c&gt; &amp; d"><figcaption>E &lt;f&gt; &amp; "g"</figcaption></figure>',
    );
  });

  it('keeps to the lines and indentation of the source', () => {
    expect(insert('<div>\r\n  <p>A</p>\r\n  <p>B</p>\r\n</div>', 0)).toBe(
      `<div>\r\n  <p>A</p>\r\n  ${figure}\r\n  <p>B</p>\r\n</div>`,
    );
  });

  it('stays out of lists, tables and quotes, and inside the wrapper of its block', () => {
    const source =
      '<section><ul><li>a<p>b</p></li></ul><table><tr><td><p>c</p></td></tr></table></section>d';
    expect(insert(source, 0)).toBe(source.replace('</ul>', `</ul>${figure}`));
    expect(insert(source, 1)).toBe(source.replace('</table>', `</table>${figure}`));
    expect(insert(source, 2)).toBe(source + figure);
  });

  it('comes behind loose text, in front of the space that follows', () => {
    expect(insert('One &amp; two&nbsp;\n<h2>B</h2>', 0)).toBe(
      `One &amp; two&nbsp;${figure}\n<h2>B</h2>`,
    );
    expect(insert('One<br><br>Two', 0)).toBe(`One<br><br>${figure}Two`);
  });

  it('finds a place between paragraphs nobody closed', () => {
    expect(insert('<p>One\n<p>Two', 0)).toBe(`<p>One\n\n${figure}<p>Two`.replace('\n\n', '\n'));
    expect(insert('<p>One<p>Two &amp; more', 1)).toBe(`<p>One<p>Two &amp; more${figure}`);
    expect(insert('<div>One <b>two', 0)).toBeNull();
  });

  it('steps back in front of a list nobody closed, and gives up where there is no place', () => {
    expect(insert('<p>A</p><ul><li>b<li>c', 1)).toBe(`<p>A</p>${figure}<ul><li>b<li>c`);
    expect(insert('<ul><li>b', 0)).toBeNull();
    expect(insert('', 0)).toBeNull();
    expect(htmlFormat.insertAfter([], 0, image)).toBeNull();
  });
});

describe('splitting HTML', () => {
  it('cuts between top-level elements only', () => {
    expect(htmlFormat.splitAfter('<p>A</p><p>B</p>', 0)).toEqual(['<p>A</p>', '<p>B</p>']);
    expect(htmlFormat.splitAfter('<div><p>A</p><p>B</p></div>', 0)).toBeNull();
    expect(htmlFormat.splitAfter('<p>A</p>', 0)).toBeNull();
    expect(htmlFormat.splitAfter(null, 0)).toBeNull();
  });
});

describe('removing pictures from HTML', () => {
  it('takes out figures that are ours alone', () => {
    const isOurs = (address: string) => address.includes('picture_7');
    const source = `<p>A</p>\n${figure}\n<figure class="image"><img src="/x.png"></figure><p>B ${figure}</p>`;
    expect(htmlFormat.removeImages(source, isOurs)).toBe(
      '<p>A</p>\n<figure class="image"><img src="/x.png"></figure><p>B </p>',
    );
    expect(htmlFormat.removeImages(7, isOurs)).toBe(7);
  });
});

describe('the positions of HTML nodes', () => {
  it('point at the source of every element', () => {
    const source = '<div a="1>2">x &lt; y<br/>z<p>one<p>two</p></div>';
    const [div] = parseHtml(source).children;
    const children = div?.kind === 'element' ? div.children : [];
    expect(children.map(({ start, end }) => source.slice(start, end))).toEqual([
      ...['x &lt; y', '<br/>', 'z', '<p>one', '<p>two</p>'],
    ]);
    expect(htmlText(children.slice(0, 1))).toBe('x < y');
  });
});
