/** Names that nobody has: first names with surnames that say so. */
const firstNames = [
  'Ada',
  'Bo',
  'Cleo',
  'Dev',
  'Esme',
  'Femi',
  'Gwen',
  'Hana',
  'Idris',
  'Jo',
  'Kofi',
  'Leila',
  'Mina',
  'Niall',
  'Oona',
  'Priya',
  'Quinn',
  'Rhys',
  'Saoirse',
  'Tariq',
  'Ursula',
  'Viv',
  'Wren',
  'Yusuf',
  'Zofia',
] as const;
const surnames = [
  'Example',
  'Sample',
  'Specimen',
  'Fictional',
  'Madeup',
  'Invented',
  'Pretend',
  'Placeholder',
  'Mockup',
] as const;
const jobs = [
  'Councillor',
  'Policy officer',
  'Cabinet member for communities',
  'Head of economic development',
  'Democratic services officer',
  'Assistant director',
  'Community development worker',
  null,
] as const;
const diets = ['Vegetarian', 'Vegan', 'No nuts: allergy', 'Halal', 'Coeliac: no gluten'] as const;
const needs = ['Step-free access, please', 'I use the hearing loop', 'A seat near the door'] as const;

export interface DemoDelegate {
  readonly name: string;
  readonly email: string | null;
  readonly jobTitle: string | null;
  readonly isFirstTime: boolean;
  readonly dietary: string | null;
  readonly access: string | null;
  /** Which workshops, as numbers from 0. */
  readonly workshops: readonly number[];
}

const nth = <Value>(list: readonly Value[], index: number): Value | undefined => list[index % list.length];

/**
 * The delegates of the demonstration one after the other, always the same.
 *
 * @param index from 0; up to 225 they have different names
 */
export function delegateAt(index: number): DemoDelegate {
  // Surnames move on with each round of first names, so that no pair comes twice.
  const name = `${nth(firstNames, index)} ${nth(surnames, index + Math.floor(index / firstNames.length))}`;
  return {
    name,
    // Somebody always has none.
    email: index % 40 === 39 ? null : `${name.toLowerCase().replace(' ', '.')}@example.org`,
    jobTitle: nth(jobs, index) ?? null,
    isFirstTime: index % 3 === 0,
    dietary: index % 4 === 1 ? (nth(diets, Math.floor(index / 4)) ?? null) : null,
    access: index % 11 === 5 ? (nth(needs, Math.floor(index / 11)) ?? null) : null,
    workshops: [index % 5, (index * 2 + 1) % 5],
  };
}
