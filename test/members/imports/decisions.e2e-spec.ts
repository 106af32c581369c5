import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importAll, startImporting, tableOf, textOf, type Importing } from './importing.js';

let members: Importing;
beforeAll(async () => {
  members = await startImporting();
  await importAll(
    members,
    'name,category,kind,joined,notes\nOldham Council,full,council,2015-01-01,old\nBury Council,full,council,,\nWigan Council,full,council,,',
  );
});
afterAll(() => members.stop());

const nameAndKind = () =>
  members.query<{ name: string; kind: string; version: number }>(
    'SELECT name, kind, version FROM organisations ORDER BY name',
  );

const decide = async (path: string, said: Record<string, string>) =>
  members.post(`${path}/decide`, { show: 'all', page: '1', ...said });

describe('rows that look like another organisation', () => {
  const file = [
    'name,category,kind',
    'Oldham Metropolitan Borough Council,full,council',
    'Bury MBC Council,full,council',
    'Burry Council,full,council',
    'Wigan Borough Council,full,unitary council',
    'Wigann Council,full,council',
    'Newtown Council,full,council',
    'Newtown Borough Council,full,council',
  ].join('\n');
  let path = '';

  test('are shown with whom they look like, and left out until somebody decides', async () => {
    path = await members.preview(file);
    const { html } = await members.get(path);
    expect(textOf(html)).toContain(
      '7 rows: 2 new organisations and 5 rows that look like other organisations.',
    );
    expect(tableOf(html).map(([name, line, outcome]) => [name, line, outcome])).toEqual([
      ['Oldham Metropolitan Borough Council', '2', 'Looks like another organisation'],
      ['Burry Council', '4', 'Looks like another organisation'],
      ['Wigan Borough Council', '5', 'Looks like another organisation'],
      ['Wigann Council', '6', 'Looks like another organisation'],
      ['Newtown Borough Council', '8', 'Looks like another organisation'],
      ['Bury MBC Council', '3', 'New organisation'],
      ['Newtown Council', '7', 'New organisation'],
    ]);
    expect(textOf(html)).toContain('It looks like “Newtown Council” in row 7');
    const refused = await members.confirm(path);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain(
      'Some rows look like other organisations. Decide about them below',
    );
    expect(await members.count()).toBe(3);
  });

  test('are the same, renamed or another as somebody says, and what was said can be taken back', async () => {
    const answer = await decide(path, {
      'row-0': 'renamed',
      'row-2': 'other',
      'row-3': 'same',
      'row-4': 'other',
    });
    expect(answer).toMatchObject({ status: 303, location: path });
    await decide(path, {
      'row-4': '',
      'row-5': 'other',
      'row-6': 'other',
      'row-1': 'same',
      'row-99': 'other',
    });
    const { html } = await members.get(path);
    expect(textOf(html)).toContain(
      '7 rows: 4 new organisations, 2 organisations to change and 1 row that looks like another organisation.',
    );
    expect(tableOf(html).find(([, line]) => line === '5')?.[3]).toContain(
      'It is on record as “Wigan Council”',
    );
  });

  test('are written so, each organisation once', async () => {
    await members.confirm(path, true);
    expect(textOf((await members.outcome(path)).html)).toContain(
      '4 organisations added, 2 organisations changed and 1 row left out.',
    );
    expect(await nameAndKind()).toEqual([
      { name: 'Burry Council', kind: 'council', version: 1 },
      { name: 'Bury Council', kind: 'council', version: 1 },
      { name: 'Bury MBC Council', kind: 'council', version: 1 },
      { name: 'Newtown Borough Council', kind: 'council', version: 1 },
      { name: 'Newtown Council', kind: 'council', version: 1 },
      { name: 'Oldham Metropolitan Borough Council', kind: 'council', version: 2 },
      { name: 'Wigan Council', kind: 'unitary council', version: 2 },
    ]);
    const [oldham] = await members.query(
      `SELECT joined_on::text AS joined, staff_notes AS notes FROM organisations WHERE name LIKE 'Oldham%'`,
    );
    expect(oldham).toEqual({ joined: '2015-01-01', notes: 'old' });
  });

  test('cannot be decided about once the import is confirmed', async () => {
    const answer = await decide(path, { 'row-4': 'other' });
    expect(answer.status).toBe(409);
    expect(await members.count()).toBe(7);
  });
});

describe('a row about an organisation on record', () => {
  test('changes category and status by the rules, with a reason', async () => {
    await importAll(
      members,
      'name,category,kind,joined\nRules Trust,affiliate,charity,2015-01-01\nGoes Trust,affiliate,charity,2015-01-01',
    );
    const file = [
      'name,category,status,left,reason',
      'Rules Trust,supporter,,,',
      'Goes Trust,,left,2020-01-01,Merged',
    ].join('\n');
    const refused = tableOf((await members.get(await members.preview(file))).html);
    expect(refused.map(([, , , told]) => told)).toEqual([
      'reason: Say why. It is kept in the organisation’s history.',
      'status: First say that it is leaving, and on which day; then, that it has left.',
    ]);
    const right = file
      .replace('supporter,,,', 'supporter,,,Fewer people')
      .replace('left,2020', 'leaving,2030');
    expect(textOf(await importAll(members, right))).toContain('2 organisations changed');
    expect(
      await members.query(
        `SELECT o.name, m.from_category, m.category, m.from_status, m.status, m.reason FROM membership_changes m
         JOIN organisations o ON o.id = m.organisation_id WHERE m.reason IS NOT NULL ORDER BY o.name`,
      ),
    ).toEqual([
      {
        name: 'Goes Trust',
        from_category: 'affiliate',
        category: 'affiliate',
        from_status: 'member',
        status: 'leaving',
        reason: 'Merged',
      },
      {
        name: 'Rules Trust',
        from_category: 'affiliate',
        category: 'supporter',
        from_status: 'member',
        status: 'member',
        reason: 'Fewer people',
      },
    ]);
    expect(textOf(await importAll(members, right))).toContain('Nothing had to be changed');
  });

  test('keeps what the file has no column for, and corrects since when it is counted', async () => {
    await importAll(
      members,
      'name,category,kind,domains,notes\nKept Trust,affiliate,charity,kept.example,Much',
    );
    await importAll(members, 'name,joined\nkept trust,2016-03-01');
    expect(
      await members.query(
        `SELECT o.name, o.staff_notes AS notes, d.domain, m.on_date::text AS since FROM organisations o
         JOIN organisation_domains d ON d.organisation_id = o.id JOIN membership_changes m ON m.organisation_id = o.id
         WHERE o.name = 'Kept Trust'`,
      ),
    ).toEqual([{ name: 'Kept Trust', notes: 'Much', domain: 'kept.example', since: '2016-03-01' }]);
  });

  test('cannot take another’s name or domain', async () => {
    await importAll(
      members,
      'name,category,kind,domains\nOwner Trust,affiliate,charity,own.example\nOther Trust,affiliate,charity,',
    );
    const [other] = await members.query<{ id: string }>(
      `SELECT id FROM organisations WHERE name = 'Other Trust'`,
    );
    const file = [
      'id,name,category,kind,domains',
      `${other?.id},Owner Trust,,,`,
      ',Kept Trust,,,own.example',
      ',Fresh Trust,affiliate,charity,',
    ];
    const told = async (rows: readonly string[]) =>
      tableOf((await members.get(await members.preview(rows.join('\n')))).html).map((row) => row[3]);
    expect(await told(file)).toEqual([
      'name: “Owner Trust” is another organisation on record. Tell the two apart by their names.',
      'domains: own.example belongs to Owner Trust already. A domain can belong to one organisation only.',
      '–',
    ]);
    const renamed = [...file.slice(0, 1), ...file.slice(3), `${other?.id},FRESH trust,,,`];
    expect(await told(renamed)).toEqual([
      'name: This is the same organisation as in row 2. Keep one of them.',
      '–',
    ]);
  });

  test('that somebody edits after the preview is left as it is', async () => {
    const path = await members.preview('name,kind\nKept Trust,company\nOther Trust,company');
    await members.query(`UPDATE organisations SET version = version + 1 WHERE name = 'Kept Trust'`);
    await members.confirm(path);
    const { html } = await members.outcome(path);
    expect(textOf(html)).toContain('1 organisation changed and 1 organisation not touched');
    const rows = tableOf((await members.get(`${path}?show=meanwhile`)).html);
    expect(rows.map(([name]) => name)).toEqual(['Kept Trust']);
  });
});
