import fc from 'fast-check';
import { byCategory, sortName, type ListedMember } from './by-category.js';
import { categories } from './organisation.js';

const organisation = (name: string, category: ListedMember['category'] = 'full'): ListedMember => ({
  name,
  category,
  kind: 'council',
});

describe('byCategory', () => {
  it('puts members where people look for them', () => {
    const names = [
      'Salford City Council',
      'Royal Borough of Greenwich',
      'The Behaviouralist',
      '4OC',
      'Bates Wells',
    ];
    const [full] = byCategory(names.map((name) => organisation(name)));
    expect(full?.members.map((member) => member.name)).toEqual([
      '4OC',
      'Bates Wells',
      'The Behaviouralist',
      'Royal Borough of Greenwich',
      'Salford City Council',
    ]);
  });

  it('neither loses nor doubles anybody, and has every category', () => {
    const some = fc.array(
      fc
        .tuple(fc.string(), fc.constantFrom(...categories))
        .map(([name, category]) => organisation(name, category)),
    );
    fc.assert(
      fc.property(some, (organisations) => {
        const groups = byCategory(organisations);
        expect(groups.map((group) => group.category)).toEqual([...categories]);
        const listed = groups.flatMap((group) => group.members);
        expect(listed).toHaveLength(organisations.length);
        expect(new Set(listed)).toEqual(new Set(organisations));
      }),
    );
  });
});

describe('sortName', () => {
  it.each([
    ['The Co-operative College', 'Co-operative College'],
    ['Theatre Trust', 'Theatre Trust'],
    ['Royal Borough of Greenwich', 'Greenwich'],
  ])('%s → %s', (name, sorted) => {
    expect(sortName(name)).toBe(sorted);
  });
});
