import { readFileSync } from 'node:fs';
import { readOrganisations } from './read-organisations.js';
import { AlikeNames } from './alike.js';

function isAlike(known: string, name: string): boolean {
  const names = new AlikeNames<{ readonly name: string }>();
  names.add({ name: known });
  return names.find(name) !== null;
}

describe('names that look like another', () => {
  it.each([
    ['Oldham Council', 'Oldham Metropolitan Borough Council'],
    ['Salford City Council', 'Salford Council'],
    ['Bury Council', 'Bury Metropolitan Borough Council'],
    ['Royal Borough of Greenwich', 'Greenwich Council'],
    ['Rochdale Borough Council', 'Rochdale Borugh Council'],
    ['Rochdale Borough Council', 'Rochdal Borough Council'],
    ['Rochdale Borough Council', 'Rochdal Council'],
    ['Bates Wells', 'Bates Welles'],
    ['Bates Wells', 'Baets Wells'],
  ])('%s and %s do', (known, name) => {
    expect(isAlike(known, name)).toBe(true);
    expect(isAlike(name, known)).toBe(true);
  });

  it.each([
    ['North Tyneside Council', 'South Tyneside Council'],
    ['East Devon District Council', 'West Devon District Council'],
    ['Ward 1 Residents', 'Ward 2 Residents'],
    ['City of London', 'Royal Borough Council'],
    ['4OC', '5OC'],
    ['Preston City Council', 'Plymouth City Council'],
  ])('%s and %s do not', (known, name) => {
    expect(isAlike(known, name)).toBe(false);
  });

  it('are not looked for where a name is far too long to be one', () => {
    const endless = 'Rochdale '.repeat(200_000);
    const names = new AlikeNames<{ readonly name: string }>();
    names.add({ name: endless });
    expect(names.find(`${endless}x`)).toBeNull();
  });

  it('are none among the members of the network', () => {
    const file = readFileSync(new URL('../../../demo/organisations.csv', import.meta.url), 'utf8');
    const { rows } = readOrganisations(file);
    const names = new AlikeNames<{ readonly name: string }>();
    const found = rows.flatMap(({ cells: { name = '' } }) => {
      const alike = names.find(name);
      names.add({ name });
      return alike === null ? [] : [`${name} ~ ${alike.name}`];
    });
    expect(found).toEqual([]);
    expect(rows.length).toBeGreaterThan(70);
  });
});
