import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { markdownToPlainText } from './plain-text.js';
import { renderMarkdown } from './render-markdown.js';

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return node.childNodes.flatMap((child) =>
    defaultTreeAdapter.isElementNode(child) ? [child].concat(elementsOf(child)) : [],
  );
}

const expected = new Set(
  'div p br h3 h4 h5 h6 ul ol li a em strong s code pre blockquote hr table thead tbody tr th td'.split(' '),
);

function isHarmless({ name, value }: { readonly name: string; readonly value: string }): boolean {
  if (name === 'href') return /^(?:https?:\/\/|mailto:)/i.test(value);
  if (name === 'rel') return value === 'nofollow noopener';
  if (name === 'start') return /^\d+$/.test(value);
  if (name === 'role' || name === 'tabindex') return ['group', '0'].includes(value);
  return ['title', 'class', 'aria-label'].includes(name);
}

/** Everything about some HTML that a page must not take from anybody. */
function dangersIn(html: string): string[] {
  return elementsOf(parseFragment(html)).flatMap((element) =>
    (expected.has(element.tagName) ? [] : [`<${element.tagName}>`]).concat(
      element.attrs.filter((each) => !isHarmless(each)).map(({ name, value }) => `${name}="${value}"`),
    ),
  );
}

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '<style>@import "//evil.example"</style>',
  '<math><mtext></p><img src=x onerror=alert(1)>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](java&#x09;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\\javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/png;base64,AAAA)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](blob:https://a.example/1)',
  '[x](//evil.example)',
  '[x](/relative)',
  '[x][r]\n\n[r]: javascript:alert(1)',
  '[x][r]\n\n[r]: data:text/html,<script>alert(1)</script>',
  '<javascript:alert(1)>',
  '<data:text/html,1>',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[x](https://a.example "onmouseover=alert(1)")',
  '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
  '[x](https://a.example"onmouseover="alert(1))',
  '"onmouseover="alert(1)" https://a.example/"onmouseover="alert(1)',
  '```"><script>alert(1)</script>\nx\n```',
  '``` x" onload="alert(1)\nx\n```',
  '`<script>alert(1)</script>`',
  '| a |\n|:-:|\n| <script>alert(1)</script> |',
  '# <script>alert(1)</script>',
  'https://a.example/<script>alert(1)</script>',
  'javascript:alert(1)',
  'mailto:a@example.org?subject=<script>',
  '[x](https://a.example/\u202e)',
  '\u0000<script>alert(1)</script>',
];

describe('Markdown as HTML', () => {
  test.each(payloads)('takes no danger from %j', (payload) => {
    expect(dangersIn(renderMarkdown(payload))).toEqual([]);
    expect(dangersIn(renderMarkdown(`> - ${payload}\n\n${payload}`))).toEqual([]);
  });

  test('takes none from any mixture', () => {
    const piece = fc.oneof(
      fc.constantFrom(...payloads),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        '[',
        '](',
        ')',
        '<',
        '>',
        '`',
        '\n',
        '\n\n',
        '*',
        '|',
        '"',
        "'",
        '&#',
        ':',
        '!',
        '\\',
        'javascript:',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(dangersIn(renderMarkdown(pieces.join('')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the check itself sees a danger', () => {
    expect(dangersIn('<a href="javascript:1" onclick="x">x</a><script></script>')).toHaveLength(3);
  });

  test('links lead out with rel, whether written out or not', () => {
    expect(renderMarkdown('[us](https://a.example)')).toBe(
      '<p><a href="https://a.example" rel="nofollow noopener">us</a></p>\n',
    );
    expect(renderMarkdown('See https://a.example/x.')).toContain(
      '<a href="https://a.example/x" rel="nofollow noopener">https://a.example/x</a>.',
    );
    expect(renderMarkdown('Write to a@example.org')).toContain('href="mailto:a@example.org"');
    expect(renderMarkdown('See example.org')).not.toContain('<a');
  });

  test('headings begin beneath the page’s own', () => {
    expect(renderMarkdown('# One\n\n## Two\n\n##### Five\n\n## Two\n\n# One')).toBe(
      '<h3>One</h3>\n<h4>Two</h4>\n<h5>Five</h5>\n<h4>Two</h4>\n<h3>One</h3>\n',
    );
    expect(renderMarkdown('### Three\n\n# One')).toBe('<h3>Three</h3>\n<h3>One</h3>\n');
  });

  test('a link that may not be followed is shown as it was written', () => {
    expect(renderMarkdown('[us](javascript:1)')).toBe('<p>[us](javascript:1)</p>\n');
  });

  test('a link without an address is words', () => {
    expect(renderMarkdown('[us]()')).toBe('<p>us</p>\n');
    expect(markdownToPlainText('[us]() and [them](https://a.example)')).toBe(
      'us and them (https://a.example)',
    );
  });

  test('a column of numbers keeps its alignment without a style', () => {
    expect(renderMarkdown('| £ | name |\n|--:|:-:|\n| 1 | a |')).toContain(
      '<td class="cn-number">1</td>\n<td>a</td>',
    );
  });

  test('an image becomes a link to it', () => {
    expect(renderMarkdown('![The hall](https://a.example/hall.jpg)')).toBe(
      '<p>!<a href="https://a.example/hall.jpg" rel="nofollow noopener">The hall</a></p>\n',
    );
  });
});

describe('Markdown as plain text', () => {
  test.each([
    ['Hello **there**, _you_', 'Hello there, you'],
    ['# Agenda\n\nFirst\n\nSecond', 'Agenda\n\nFirst\n\nSecond'],
    ['- tea\n- cake\n\nthen', '- tea\n- cake\n\nthen'],
    ['3. three\n4. four', '3. three\n4. four'],
    ['- a\n  - b\n- c', '- a\n  - b\n- c'],
    ['[Papers](https://a.example/p) are out', 'Papers (https://a.example/p) are out'],
    ['https://a.example/p', 'https://a.example/p'],
    ['a@example.org', 'a@example.org'],
    ['[Write](mailto:a@example.org)', 'Write (a@example.org)'],
    ['one\ntwo', 'one\ntwo'],
    ['`code` & <b>', 'code & <b>'],
    ['```\nx < y\n```\n\nafter', 'x < y\n\nafter'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a · b\n1 · 2'],
    ['above\n\n---\n\nbelow', 'above\n\nbelow'],
    ['', ''],
  ])('%j: %j', (markdown, text) => {
    expect(markdownToPlainText(markdown)).toBe(text);
  });

  test('keeps every word', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('\n', '\n\n', ' ', '\n- '),
        (words, gap) => {
          expect(markdownToPlainText(words.join(gap)).match(/[a-z]+/g)).toEqual(words);
        },
      ),
    );
  });
});
