import fc from 'fast-check';
import { countCategories, countOrganisations, type Counted } from './counts.js';

const one = (
  organisationId: string | null,
  organisationName: string | null,
  category: string | null,
): Counted => ({
  organisationId,
  organisationName,
  category,
  kind: 'member',
  isNewcomer: false,
});

describe('how many applied', () => {
  it('is told of each organisation beside its limit, the most first', () => {
    const applications = [
      one('b', 'Bury', 'full'),
      one('a', 'Rochdale', 'full'),
      one('a', 'Rochdale Council', 'full'),
      one(null, 'The Gazette', null),
      one(null, ' the gazette', null),
    ];
    expect(countOrganisations(applications, 2)).toEqual([
      { name: ' the gazette', applied: 2, most: 2 },
      { name: 'Rochdale Council', applied: 2, most: 2 },
      { name: 'Bury', applied: 1, most: 2 },
    ]);
    expect(countCategories(applications, [{ category: 'full', most: 1 }])).toEqual([
      { name: 'full', applied: 3, most: 1 },
    ]);
  });

  it('loses nobody and counts nobody twice', () => {
    const application = fc.record({
      organisationId: fc.option(fc.constantFrom('a', 'b')),
      organisationName: fc.option(fc.constantFrom('Rochdale', 'Oldham', 'oldham')),
      category: fc.option(fc.constantFrom('full', 'associate')),
      kind: fc.constant('member'),
      isNewcomer: fc.boolean(),
    });
    const sum = (counts: readonly { readonly applied: number }[]) =>
      counts.reduce((all, { applied }) => all + applied, 0);
    fc.assert(
      fc.property(fc.array(application), (applications) => {
        expect(sum(countOrganisations(applications, null))).toBe(applications.length);
        expect(sum(countCategories(applications, []))).toBe(
          applications.filter(({ category }) => category !== null).length,
        );
      }),
    );
  });
});
