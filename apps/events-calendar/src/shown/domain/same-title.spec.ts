import { sameTitle } from './same-title.js';

it.each([
  ['Annual Conference', 'ANNUAL CONFERENCE 2027'],
  ['Annual Conference & AGM', 'Annual conference, AGM'],
  ['Gŵyl', 'gwyl'],
])('%j and %j are one title', (one, other) => {
  expect(sameTitle(one, other)).toBe(true);
});

it.each([
  ['Annual Conference', 'Annual Conference: workshops'],
  ['Spring Conference', 'Autumn Conference'],
])('%j and %j are two', (one, other) => {
  expect(sameTitle(one, other)).toBe(false);
});
