import { expect, test } from '@jest/globals';
import { normaliseHtml } from './normalise-html.js';

const same = (one: string, other: string) => normaliseHtml(one) === normaliseHtml(other);

test.each([
  ['attributes in another order', '<a id="x" href="/">a</a>', '<a href="/" id="x">a</a>'],
  ['indentation between blocks', '<div>\n  <p>a</p>\n</div>', '<div><p>a</p></div>'],
  ['line breaks round a block’s text', '<p>\n  a b\n</p>', '<p>a b</p>'],
  ['runs of white space in text', '<p>a \n b</p>', '<p>a b</p>'],
  ['the element a space stands in', '<p><a>a </a><b>b</b></p>', '<p><a>a</a> <b>b</b></p>'],
  ['white space among class names', '<p class=" a  b ">c</p>', '<p class="a b">c</p>'],
])('%s makes no difference', (_, one, other) => {
  expect(same(one, other)).toBe(true);
});

test.each([
  ['a space between inline elements', '<p><a>a</a> <b>b</b></p>', '<p><a>a</a><b>b</b></p>'],
  ['a space before a hidden word', '<a>Change<span> name</span></a>', '<a>Change<span>name</span></a>'],
  ['white space in a textarea', '<textarea>a  b</textarea>', '<textarea>a b</textarea>'],
  ['an attribute', '<p id="a">b</p>', '<p>b</p>'],
  ['the order of class names', '<p class="a b">c</p>', '<p class="b a">c</p>'],
  ['where an element ends', '<p><b>a</b>c</p>', '<p><b>ac</b></p>'],
  ['a tag written as text', '<p>&lt;b></p>', '<p><b></b></p>'],
])('%s makes a difference', (_, one, other) => {
  expect(same(one, other)).toBe(false);
});
