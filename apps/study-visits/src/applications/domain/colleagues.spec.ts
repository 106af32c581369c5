import fc from 'fast-check';
import { checkColleagues, mostAtOnce, mostOfOrganisation, tooManyOfOrganisation } from './colleagues.js';

const line = (number: number, different: object = {}) => ({
  name: `Colleague ${number}`,
  email: `colleague.${number}@example.org`,
  jobTitle: '',
  ...different,
});

const problemsOf = (lines: Parameters<typeof checkColleagues>[0]) => {
  const checked = checkColleagues(lines);
  return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('whom an organisation signs up', () => {
  it('is a name and an address each, with what they do or without', () => {
    expect(checkColleagues([line(1, { jobTitle: ' Clerk ' }), line(2)])).toEqual({
      ok: true,
      value: [
        { name: 'Colleague 1', email: 'colleague.1@example.org', jobTitle: 'Clerk' },
        { name: 'Colleague 2', email: 'colleague.2@example.org', jobTitle: null },
      ],
    });
  });

  it.each([
    [[], ['colleagues missing']],
    [[line(1, { email: '' })], ['colleagues.0.email missing']],
    [[line(1), line(2, { name: ' ' })], ['colleagues.1.name missing']],
    [[line(1), line(2, { email: 'two@example' })], ['colleagues.1.email not-an-email-address']],
    [[line(1), line(1, { email: 'COLLEAGUE.1@example.org ' })], ['colleagues.1.email twice']],
    [[line(1, { name: 'x'.repeat(201) })], ['colleagues.0.name too-long']],
    [[line(1, { name: 'A\0B' })], ['colleagues.0.name unprintable-character']],
  ])('is refused otherwise, beside the line: %#', (lines, expected) => {
    expect(problemsOf(lines)).toEqual(expected);
  });

  it('is refused as a whole when it is more than can be signed up at once, and says so', () => {
    const all = Array.from({ length: 200 }, (_, index) => line(index));
    expect(problemsOf(all)).toEqual(['colleagues too-many']);
    expect(problemsOf(all.slice(0, mostAtOnce))).toEqual([]);
    expect(problemsOf(all.slice(0, mostAtOnce + 1))).toEqual(['colleagues too-many']);
    expect(checkColleagues(all)).toMatchObject({
      problems: [
        { message: expect.stringContaining('These are 200 colleagues. Sign up 20 or fewer at once') },
      ],
    });
  });

  it('never takes an organisation past its limit, and always lets it reach it', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: mostAtOnce }), (already, more) => {
        expect(tooManyOfOrganisation(already, more) === null).toBe(already + more <= mostOfOrganisation);
      }),
    );
    expect(tooManyOfOrganisation(35, 6)).toContain(
      '35 applications for this visit, and 40 is the most, so that 5 more',
    );
    expect(tooManyOfOrganisation(41, 1)).toContain('so that no more can be signed up');
  });
});
