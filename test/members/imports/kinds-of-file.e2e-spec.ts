import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from '../../imports/send-large.js';
import { importAll, startImporting, tableOf, textOf, uploadPath, type Importing } from './importing.js';

let members: Importing;
beforeAll(async () => {
  members = await startImporting();
});
afterAll(() => members.stop());

const names = async () =>
  (await members.query<{ name: string }>('SELECT name FROM organisations ORDER BY name')).map(
    ({ name }) => name,
  );

const windows = (text: string) =>
  Uint8Array.from(text, (letter) => ({ '–': 0x96, '’': 0x92 })[letter] ?? letter.codePointAt(0) ?? 0);

describe('a file put together from several', () => {
  const file = Buffer.concat([
    Buffer.from('\uFEFFName;Category;Kind;Since;Billing address\r\n'),
    Buffer.from('Cyngor Tref Llŷn ;Associates;town or parish council;1/6/2019;\r\n'),
    windows(
      'Café Co-operative – Leeds;affiliate member;co-operative;2020-02-29;"1, The Quay’s End\r\nLeeds"\r\n',
    ),
    Buffer.from('Food\u00A0& Drink Trust  ;AFFILIATE;charity;;\r\n'),
    windows('The Food and Drink Trust;affiliate;charity;;\r\n'),
    Buffer.from('"Smith, Jones & Co. Ltd";supporter;company;;\r\n'),
    Buffer.from('CYNGOR TREF LLYN;associate;town or parish council;;\r\n'),
  ]);

  test('in different encodings is read line by line, and doubles are found however they are written', async () => {
    const path = await members.preview(file);
    const { html } = await members.get(path);
    expect(textOf(html)).toContain('6 rows: 4 new organisations and 2 rows with problems.');
    expect(textOf(html)).toContain(
      'The file is in two encodings. Line 3 was read as Windows-1252, the others as UTF-8',
    );
    expect(tableOf(html).map(([name, line, , told]) => [name, line, told])).toEqual([
      ['The Food and Drink Trust', '5', 'name: This is the same organisation as in row 4. Keep one of them.'],
      ['CYNGOR TREF LLYN', '7', 'name: This is the same organisation as in row 2. Keep one of them.'],
      ['Cyngor Tref Llŷn', '2', 'joined: “1/6/2019” was read as 2019-06-01: the day first, then the month.'],
      ['Café Co-operative – Leeds', '3', '–'],
      ['Food & Drink Trust', '4', '–'],
      ['Smith, Jones & Co. Ltd', '6', '–'],
    ]);
    expect(await names()).toEqual([]);
  });

  test('makes one record of each, with its history and what others are told', async () => {
    expect(textOf(await importAll(members, file))).toContain('4 organisations added and 2 rows left out.');
    expect(await names()).toEqual([
      'Café Co-operative – Leeds',
      'Cyngor Tref Llŷn',
      'Food & Drink Trust',
      'Smith, Jones & Co. Ltd',
    ]);
    const [cafe] = await members.query(
      `SELECT o.category, o.joined_on::text AS joined, o.billing_address AS address, r.action, r.actor_name AS actor,
         m.status, m.on_date::text AS since
       FROM organisations o JOIN organisation_revisions r ON r.organisation_id = o.id
       JOIN membership_changes m ON m.organisation_id = o.id WHERE o.name LIKE 'Café%'`,
    );
    expect(cafe).toEqual({
      category: 'affiliate',
      joined: '2020-02-29',
      address: '1, The Quay’s End\nLeeds',
      action: 'imported',
      actor: 'Sam Example',
      status: 'member',
      since: '2020-02-29',
    });
    const told = await members.query(
      'SELECT type, count(*)::int AS count, count(DISTINCT aggregate_id)::int AS about FROM outbox GROUP BY type ORDER BY type',
    );
    expect(told).toEqual([
      { type: 'members.membership-changed.v1', count: 4, about: 4 },
      { type: 'members.organisation-changed.v1', count: 4, about: 4 },
    ]);
  });

  test.each([
    ['the same', () => file],
    [
      'in UTF-16, as Excel saves it',
      () => Buffer.from('\uFEFFname\tkind\nfood and drink trust\tcharity\n', 'utf16le'),
    ],
  ])('changes nothing when it is imported again, %s', async (_, again) => {
    const before = await members.query('SELECT * FROM organisations ORDER BY id');
    const html = await importAll(members, again());
    expect(textOf(html)).toContain('Nothing had to be changed');
    expect(await members.query('SELECT * FROM organisations ORDER BY id')).toEqual(before);
  });
});

describe('a file that is none of ours', () => {
  test.each([
    ['nothing at all', '', 'The file is empty'],
    ['the header alone', 'name,category,kind\r\n', 'There are no organisations below the first row.'],
    ['NUL in the middle', 'name\r\nA\0B', 'This is not a text file'],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'Save it as “CSV UTF-8”'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'not a text file'],
    ['another table', 'title,price\r\nTea,3', 'There is no column called name'],
    ['an open quotation mark', 'name\r\n"A\r\n', 'quotation mark'],
  ])('%s is refused on the form, with a reason', async (_, file, reason) => {
    const [before] = await members.query('SELECT count(*) FROM imports');
    const answer = await members.upload(file);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Error: Import organisations');
    expect(textOf(answer.html)).toContain(reason);
    expect(await members.query('SELECT count(*) FROM imports')).toEqual([before]);
  });

  test('of 50 MB is refused with a page that says why', async () => {
    const answer = await send(members.url + uploadPath, 50 * 1024 * 1024, await members.headers());
    expect(answer.status).toBe(413);
    expect(textOf(answer.html)).toContain('The file is larger than 10 MB. Nothing was saved.');
  });
});

describe('somebody who is not staff', () => {
  const id = '01900000-0000-7000-8000-000000000002';
  test.each([
    ['a visitor', { id, roles: ['visitor'] }],
    ['a person', { id, roles: ['person'] }],
    ['a booking contact', { id, roles: ['person', 'booking-contact'] }],
  ] as const)('%s may neither upload, nor look, nor confirm, nor export', async (_, person) => {
    const path = await members.preview('name,category,kind\nSecret,full,council');
    const before = await members.count();
    const answers = [
      await members.upload('name\nA', { person }),
      await members.get(path, person),
      await members.get(`${path}/progress`, person),
      await members.confirm(path, true, person),
      await members.get('/members/manage/organisations/export.csv', person),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(await members.count()).toBe(before);
  });
});
