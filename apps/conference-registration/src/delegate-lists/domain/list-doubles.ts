import type { FieldProblem } from '#checks';
import type { ListedDelegate, Named } from './delegate-list.js';

const same = (text: string): string => text.normalize('NFC').toLowerCase();

const personKey = ({ name, email }: Named): string => JSON.stringify([same(name), same(email ?? '')]);

/** Rows with a problem where somebody, or somebody's address, stands in the list or the booking already. */
export function withDoubles(
  rows: readonly ListedDelegate[],
  already: readonly Named[],
): readonly ListedDelegate[] {
  const booked = 'This booking has';
  const people = new Map(already.map((each) => [personKey(each), booked]));
  const addresses = new Map(already.flatMap(({ email }) => (email === null ? [] : [[same(email), booked]])));
  return rows.map((row) => {
    const { delegate, line } = row;
    if (delegate === null) return row;
    const [person, address] = [personKey(delegate), delegate.email === null ? null : same(delegate.email)];
    const problem = problemOf(people.get(person), address === null ? undefined : addresses.get(address));
    if (problem !== null) return { ...row, delegate: null, problems: [problem] };
    people.set(person, `Row ${line} has`);
    if (address !== null) addresses.set(address, `Row ${line} has`);
    return row;
  });
}

function problemOf(person: string | undefined, address: string | undefined): FieldProblem | null {
  if (person !== undefined) {
    return {
      field: 'name',
      code: 'listed-twice',
      message: `${person} this delegate already. Leave one of them out.`,
    };
  }
  if (address === undefined) return null;
  return {
    field: 'email',
    code: 'address-twice',
    message: `${address} this address already. Give each delegate their own, or none.`,
  };
}
