import { isId } from './ids.js';

it.each([
  ['01970000-0000-7000-8000-00000000A001', true],
  ['01970000-0000-7000-8000-00000000a001 ', false],
  ['01970000000070008000000000000a001', false],
  ['-1', false],
  ['', false],
])('takes %j for an id: %s', (text, is) => {
  expect(isId(text)).toBe(is);
});
