import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeTable } from '#csv';
import type { DelegateList } from './delegate-list.js';
import { readDelegateFile, readDelegateList } from './read-delegate-list.js';

const limits = { mostRows: 50 };

const read = (text: string) => readDelegateList(text, limits);

/** What was made of each row: name, address, job; or what is wrong with which field. */
function told(list: DelegateList): string[] {
  if (!list.ok) return [...list.problems];
  return list.rows.map(({ delegate, problems }) =>
    delegate === null
      ? problems.map(({ field, code }) => `${field}: ${code}`).join(', ')
      : [delegate.name, delegate.email, delegate.jobTitle].filter((each) => each !== null).join(' | '),
  );
}

const sian = 'Siân Jones | sian@example.org | Leader';
const bob = 'Bob O’Neill | bob@example.org';

describe('a list', () => {
  it.each([
    [
      'from Excel',
      'Name\tEmail\tJob title\nSiân Jones\tsian@example.org\tLeader\nBob O’Neill\tbob@example.org\t\n',
    ],
    [
      'from Excel, with commas in it',
      '"Jones, Siân"\tsian@example.org\tLeader\nO’Neill, Bob\tbob@example.org\n',
    ],
    [
      'as CSV',
      'Name,E-mail,Job Title\r\nSiân Jones,sian@example.org,Leader\r\nBob O’Neill,bob@example.org,\r\n',
    ],
    [
      'with semicolons',
      'name;email address;role\nSiân Jones;sian@example.org;Leader\nBob O’Neill;bob@example.org;\n',
    ],
    [
      'in another order',
      'POSITION,Work_email,Full name\nLeader,sian@example.org,Siân Jones\n,bob@example.org,Bob O’Neill',
    ],
    [
      'with names in parts',
      'Email,Surname,First name,Title,Job title\nsian@example.org,Jones,Siân,,Leader\nbob@example.org,O’Neill,Bob,,',
    ],
    [
      'with a job called title',
      'Name,Title,Email\nSiân Jones,Leader,sian@example.org\nBob O’Neill,,bob@example.org',
    ],
    ['without headings', 'Siân Jones,sian@example.org,Leader\nBob O’Neill,bob@example.org,'],
    ['without headings, in parts', 'sian@example.org,Siân,Jones,Leader\nbob@example.org,Bob,O’Neill,'],
    [
      'with blank rows and blanks',
      '\n  \nName\tEmail\tRole\n\nSiân\u00A0 Jones \t mailto:sian@example.org;\tLeader\n\t\t\nBob O’Neill\t<bob@example.org>\t',
    ],
    [
      'with surnames first',
      'Name\tEmail\tRole\nJones, Siân\tsian@example.org\tLeader\nO’Neill, Bob\tbob@example.org\t',
    ],
  ])('is read %s', (_how, text) => {
    expect(told(read(text))).toEqual([sian, bob]);
  });

  it.each([
    ['a line each', 'Siân Jones <sian@example.org>\nBob O’Neill <bob@example.org>\n'],
    ['as Outlook has them', '"Jones, Siân" <sian@example.org>; O’Neill, Bob <bob@example.org>;'],
    ['as others have them', '"Siân Jones" <sian@example.org>, Bob O’Neill <bob@example.org>'],
    ['some without brackets', 'Siân Jones <sian@example.org>; Bob O’Neill bob@example.org'],
  ])('is read from a mail: %s', (_how, text) => {
    expect(told(read(text))).toEqual(['Siân Jones | sian@example.org', bob]);
  });

  it('may be names alone', () => {
    expect(told(read('Siân Jones\nBob O’Neill'))).toEqual(['Siân Jones', 'Bob O’Neill']);
    expect(told(read('Siân Jones; Bob O’Neill'))).toEqual(['Siân Jones', 'Bob O’Neill']);
    expect(told(read('Delegates\nSiân Jones'))).toEqual(['Siân Jones']);
  });

  it('says everything that can be said of a delegate', () => {
    const list = read(
      'Title,Forename,Surname,Council,Mobile,Dietary requirements,Access\nCllr,Siân,Jones,Rochdale,01632 960 001,Vegan; no nuts,None',
    );
    expect(list.ok && list.rows[0]?.delegate).toEqual({
      name: 'Cllr Siân Jones',
      email: null,
      phone: '01632 960 001',
      jobTitle: null,
      badgeOrganisation: 'Rochdale',
      needs: { dietary: 'Vegan; no nuts', access: null },
    });
  });

  it('keeps what stands after a name', () => {
    expect(told(read('Name\tEmail\nJones, MBE\t\nSiân Jones, Leader of the Council\t'))).toEqual([
      'Jones, MBE',
      'Siân Jones, Leader of the Council',
    ]);
  });

  it('says what it took columns for, and what it left out', () => {
    const guessed = read(
      'Siân Jones,Leader,Rochdale,x,sian@example.org\nBob Hill,Officer,Oldham,y,bob@example.org',
    );
    expect(guessed.ok && guessed.notes).toEqual([
      'The list has no row of headings, so we took its columns for name, job title, organisation, email: check that they are.',
      'One column was left out. Put headings above the list to say what is in them.',
    ]);
    const named = read('Name,Hotel\nSiân Jones,Grand');
    expect(named.ok && named.notes).toEqual([
      'A list of delegates has no column called “Hotel”, so it is left out.',
    ]);
  });

  it('counts its rows as the spreadsheet does', () => {
    const list = read('\nName,Email\n\nSiân,sian@example.org\nBob,bob@example.org');
    expect(list.ok && list.rows.map(({ line }) => line)).toEqual([4, 5]);
  });
});

describe('what is wrong with a row', () => {
  it('is told beside its field, and the others are read', () => {
    const rows = [
      'Name,Email,Phone,Job title',
      ',sian@example.org,,',
      'Ann Hill,ann at example.org,,',
      'Bob Hill,bob@example.org,ring me,',
      `${'x'.repeat(201)},x@example.org,,${'y'.repeat(201)}`,
      'Cat Hill,cat@example.org,,Leader,Rochdale',
      'Dan Hill,dan@example.org,,',
    ];
    expect(told(read(rows.join('\n')))).toEqual([
      'name: missing',
      'email: not-an-email-address',
      'phone: not-a-phone-number',
      'name: too-long, jobTitle: too-long',
      ': too-many-cells',
      'Dan Hill | dan@example.org',
    ]);
  });

  it('is told of whoever stands in it twice, or is booked already', () => {
    const list = readDelegateList(
      'Name,Email\nSiân,sian@example.org\nSIÂN,Sian@Example.org\nAnn,sian@example.org\nAnn,\nAnn,\nBob,\nCat,cat@example.org',
      {
        mostRows: 50,
        already: [
          { name: 'bob', email: null },
          { name: 'Dan', email: 'cat@example.org' },
        ],
      },
    );
    expect(list.ok && list.rows.map(({ problems }) => problems[0]?.message)).toEqual([
      undefined,
      'Row 2 has this delegate already. Leave one of them out.',
      'Row 2 has this address already. Give each delegate their own, or none.',
      undefined,
      'Row 5 has this delegate already. Leave one of them out.',
      'This booking has this delegate already. Leave one of them out.',
      'This booking has this address already. Give each delegate their own, or none.',
    ]);
  });
});

describe('a list that cannot be read', () => {
  it.each([
    ['nothing', ' \n\n', 'There are no delegates in the list'],
    ['headings alone', 'Name,Email\n', 'There are no delegates in the list'],
    ['no names', 'Email,Phone\na@example.org,1', 'There is no column of names'],
    [
      'two columns of one name',
      'Name,Email,Full name\nA,a@example.org,B',
      'There are two columns called name',
    ],
    ['too many', 'x\n'.repeat(51), 'The list has 51 delegates, and at most 50 can be added'],
    [
      '500 delegates',
      'Name\n' + Array.from({ length: 500 }, (_, n) => `D ${n}\n`).join(''),
      'The list has 500',
    ],
  ])('is refused in words: %s', (_what, text, words) => {
    expect(told(read(text)).join()).toContain(words);
  });
});

describe('a file', () => {
  const text = 'Name\tEmail\r\nSiân Jones\tsian@example.org\r\n';

  it.each([
    ['UTF-8', Buffer.from(text), 0],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 0],
    ['UTF-16, as Excel’s “Unicode text”', Buffer.from(`\uFEFF${text}`, 'utf16le'), 0],
    ['Windows-1252', Buffer.from(text, 'latin1'), 1],
  ])('is read in %s', (_encoding, bytes, notes) => {
    const list = readDelegateFile(bytes, limits);
    expect(told(list)).toEqual(['Siân Jones | sian@example.org']);
    expect(list.ok && list.notes).toHaveLength(notes);
  });

  it('that is none is refused in words', () => {
    expect(told(readDelegateFile(Buffer.from('PK\u0003\u0004'), limits)).join()).toContain('Excel workbook');
  });
});

const word = fc
  .string({ unit: fc.constantFrom(...'abcxyzéŵÜ名’-'), minLength: 1, maxLength: 12 })
  .filter((each) => /^\p{L}/u.test(each));
const person = fc.record({
  first: word,
  last: word,
  email: fc.nat(1_000_000).map((n) => `p${n}@example.org`),
  job: fc.option(
    fc.tuple(word, word).map((parts) => parts.join(', ')),
    { nil: null },
  ),
  phone: fc.option(fc.constantFrom('01632 960 001', '+44 1632 960001 ext 5'), { nil: null }),
});
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 12, selector: ({ email }) => email });

describe('any list', () => {
  it('is read the same in any order, by any name, with any separator', () => {
    const columns = {
      name: ['Name', 'FULL NAME', 'delegate_name'],
      email: ['Email', 'E-Mail Address', 'work email'],
      job: ['Job title', 'Role', 'POSITION'],
      phone: ['Phone', 'Tel.', 'Mobile number'],
    } as const;
    const order = fc.shuffledSubarray(Object.keys(columns) as (keyof typeof columns)[], { minLength: 4 });
    fc.assert(
      fc.property(
        people,
        order,
        fc.nat(2),
        fc.constantFrom('\t', ';', ','),
        (all, asked, which, separator) => {
          const table = writeTable(
            asked.map((column) => columns[column][which] ?? ''),
            all.map((each) => {
              const cells = { ...each, name: `${each.first} ${each.last}` };
              return asked.map((column) => cells[column] ?? '');
            }),
          );
          const text =
            separator === ','
              ? table
              : table
                  .split('\r\n')
                  .map((line) =>
                    line.replaceAll(/"([^"]*)"|,/g, (_all, quoted?: string) => quoted ?? separator),
                  )
                  .join('\n');
          const list = read(text);
          expect(list.ok && list.rows.map(({ delegate, problems }) => delegate ?? problems)).toEqual(
            all.map(({ first, last, email, job, phone }) => ({
              name: `${first} ${last}`,
              email,
              phone,
              jobTitle: job,
              badgeOrganisation: null,
              needs: { dietary: null, access: null },
            })),
          );
        },
      ),
    );
  });

  it('is read the same from a mail', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom('; ', '\n', ', ', ';\r\n'),
        fc.boolean(),
        (all, between, isReversed) => {
          const text = all
            .map(
              ({ first, last, email }) =>
                `${isReversed ? `"${last}, ${first}"` : `${first} ${last}`} <${email}>`,
            )
            .join(between);
          expect(told(read(text))).toEqual(
            all.map(({ first, last, email }) => `${first} ${last} | ${email}`),
          );
        },
      ),
    );
  });

  it('is answered, whatever it is: each row a delegate or a problem, nobody twice, never too many', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '\t',
        ',',
        ';',
        '\n',
        '\r\n',
        '"',
        '<',
        '>',
        '@',
        'a@example.org',
        'Name',
        'Email',
        '=1+1',
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (pieces, mostRows) => {
        const list = readDelegateList(pieces.join(''), { mostRows });
        if (!list.ok) {
          expect(list.problems.every((problem) => /^\P{Ll}.*[.]$/su.test(problem))).toBe(true);
          return;
        }
        expect(list.rows.length).toBeGreaterThan(0);
        expect(list.rows.length).toBeLessThanOrEqual(mostRows);
        for (const { delegate, problems } of list.rows) {
          expect(delegate === null).toBe(problems.length > 0);
          if (delegate === null) continue;
          expect(delegate.name.trim()).not.toBe('');
          expect(Array.from(delegate.name).length).toBeLessThanOrEqual(200);
        }
        const addresses = list.rows.flatMap(({ delegate }) => delegate?.email?.toLowerCase() ?? []);
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['commas', ','.repeat(900_000)],
    ['letters', 'x'.repeat(900_000)],
    ['semicolons', `Name\n${';'.repeat(900_000)}x`],
    ['brackets', '<'.repeat(900_000)],
    ['addresses', 'a@b.cc;'.repeat(100_000)],
    ['columns and rows', `${','.repeat(100_000)}x\n${'a\n'.repeat(4900)}`],
  ])('is answered soon, however many %s it has', (_what, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ['rows', 'a\n'.repeat(5001)],
    ['letters', 'x'.repeat(1_000_001)],
  ])('is refused before it is taken apart where it has far too many %s', (_what, text) => {
    expect(told(read(text))).toEqual([
      'The list is far longer than any list of delegates. Leave out what is not about them.',
    ]);
  });
});
