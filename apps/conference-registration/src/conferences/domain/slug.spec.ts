import fc from 'fast-check';
import { accepted } from '#checks';
import { checkSlug, longestSlug, slugFrom } from './slug.js';

it('names a conference by its title and year', () => {
  expect(slugFrom('Annual Conference 2027', 2027)).toBe('annual-conference-2027');
  expect(slugFrom('Cynhadledd Ŵyl: “Gyda’n Gilydd”', 2028)).toBe('cynhadledd-wyl-gydan-gilydd-2028');
  expect(slugFrom('年会', 2027)).toBe('conference-2027');
});

it('makes a name that would be accepted, of any title', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.integer({ min: 2000, max: 2100 }),
      (title, year) => {
        const slug = slugFrom(title, year);
        expect(checkSlug(slug)).toEqual(accepted(slug));
        expect(slug.length).toBeLessThanOrEqual(longestSlug - 3);
      },
    ),
  );
});

it.each(['Annual', 'a--b', '-a', 'a-', 'a b', 'ä', 'a/b', 'x'.repeat(81)])('refuses %j', (slug) => {
  expect(checkSlug(slug)).toMatchObject({ problems: [{ field: 'slug', code: 'not-a-slug' }] });
});

it('keeps what is the address of something else', () => {
  expect(checkSlug('manage')).toMatchObject({ problems: [{ code: 'slug-reserved' }] });
  expect(checkSlug('bookings')).toMatchObject({ problems: [{ code: 'slug-reserved' }] });
  expect(checkSlug(' ')).toEqual(accepted(null));
});
