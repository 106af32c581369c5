import { describe, expect, it } from '@jest/globals';
import { readInviteeFile, readInviteeList } from './read-invitee-list.js';

function read(text: string) {
  const list = readInviteeList(text);
  if (!list.ok) return list.problems;
  return list.rows.map(({ line, invitee, problems }) =>
    invitee === null
      ? `${line}: ${problems.map(({ field, code }) => `${field} ${code}`).join(', ')}`
      : `${invitee.name} <${invitee.email}> ${invitee.organisationName ?? '-'}`,
  );
}

describe('a list of people to invite', () => {
  it('is read with headings in any order and by the names that people use', () => {
    expect(read('Council,E-mail,Full name\nRochdale,a@example.org,"Jones, Siân"\n')).toEqual([
      'Siân Jones <a@example.org> Rochdale',
    ]);
    expect(read('First name\tLast name\tEmail address\nAda\tSample\ta@example.org')).toEqual([
      'Ada Sample <a@example.org> -',
    ]);
  });

  it('is read without headings, and from the address lines of a mail', () => {
    expect(read('a@example.org,Ada Sample,Rochdale\nBo,b@example.org')).toEqual([
      'Ada Sample <a@example.org> Rochdale',
      'Bo <b@example.org> -',
    ]);
    expect(read('Siân Jones <s@example.org>; Bo <b@example.org>')).toEqual([
      'Siân Jones <s@example.org> -',
      'Bo <b@example.org> -',
    ]);
  });

  it('counts an address once, and says what is wrong with a row', () => {
    expect(read('Ada,a@example.org\nAda,A@Example.org\nBo,\n,c@example.org')).toEqual([
      'Ada <a@example.org> -',
      '3: email missing',
      '4: name missing',
    ]);
  });

  it('is refused empty, or too long', () => {
    expect(read(' \n ')).toEqual(['There is nobody in the list. Put each person on a row of their own.']);
    const many = Array.from({ length: 501 }, (_, at) => `P${at},p${at}@example.org`).join('\n');
    expect(read(many)).toEqual(['The list has 501 people. Invite 500 or fewer at once.']);
  });

  it('is read from a file as Excel saves it', () => {
    const list = readInviteeFile(
      new Uint8Array(Buffer.from('\uFEFFname;email\nZoë;z@example.org\n', 'utf16le')),
    );
    expect(list.ok && list.rows[0]?.invitee?.name).toBe('Zoë');
  });
});
