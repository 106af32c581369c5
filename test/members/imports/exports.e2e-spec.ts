import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  everythingPath,
  exportPath,
  importAll,
  startImporting,
  textOf,
  type Importing,
} from './importing.js';
import { emptying } from '../../emptying.js';

let members: Importing;
beforeAll(async () => {
  members = await startImporting({ demo: true });
});
afterAll(() => members.stop());

const everything = () =>
  members.query(
    `SELECT name, category, kind, status, status_reason, joined_on::text, left_on::text, discount_percent,
       discount_reason, discount_ends_on::text, billing_address, invoice_email, purchase_order_required,
       accountable_body_reference, staff_notes,
       (SELECT array_agg(domain ORDER BY domain) FROM organisation_domains d WHERE d.organisation_id = o.id) AS domains
     FROM organisations o ORDER BY name`,
  );

describe('the export of organisations', () => {
  test('has everything, so that importing it changes nothing', async () => {
    const { html: csv, headers } = await members.get(everythingPath);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="organisations-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get('cache-control')).toBe('private, no-store');
    const before = await members.query('SELECT * FROM organisations ORDER BY id');
    const path = await members.preview(csv);
    expect(textOf((await members.get(path)).html)).toContain(
      `${before.length} rows: ${before.length} organisations as they are already.`,
    );
    await members.confirm(path);
    await members.outcome(path);
    expect(await members.query('SELECT * FROM organisations ORDER BY id')).toEqual(before);
  });

  test('brings empty records to the same state', async () => {
    await importAll(
      members,
      [
        'name,category,kind,status,reason,joined,left,discount,discount reason,discount until,invoice e-mail,billing address,po required,reference,domains,notes',
        'Full Trust,affiliate,charity,leaving,Merges,2015-01-01,2030-01-01,25,Agreed,2031-01-01,a@b.example,"1 Road\nTown",yes,R-1,full.example; two.example,"Note, with ""quotes"""',
        'Former Trust,affiliate,charity,left,Closed,2015-01-01,2020-01-01,,,,,,,,,',
      ].join('\n'),
    );
    const { html: csv } = await members.get(everythingPath);
    const before = await everything();
    await members.query(emptying('organisations CASCADE'));
    await importAll(members, csv);
    expect(before.length).toBeGreaterThan(50);
    expect(await everything()).toEqual(before);
  });

  test('can be cut as the list of organisations is', async () => {
    const rows = async (query: string) =>
      (await members.get(`${exportPath}?${query}`)).html.trim().split('\r\n').slice(1);
    expect((await rows('category=supporter')).every((row) => row.includes(',supporter,'))).toBe(true);
    expect(await rows('status=left')).toHaveLength(1);
    expect(await rows('status=leaving')).toHaveLength(1);
  });

  test('has nothing that a spreadsheet would take for a formula', async () => {
    await importAll(members, 'name,category,kind\r\n"=HYPERLINK(""https://example.org"")",supporter,person');
    const { html } = await members.get(`${exportPath}?q=HYPERLINK`);
    expect(html).toContain(`"'=HYPERLINK`);
    expect(html).not.toMatch(/[",\n]=HYPER/);
  });

  test('is recorded with who took what', async () => {
    const audited = () =>
      members.query(
        `SELECT actor_name AS actor, details FROM audit_entries WHERE act = 'exported' ORDER BY at`,
      );
    const before = (await audited()).length;
    await members.get(`${exportPath}?category=full`);
    const [{ count } = { count: 0 }] = await members.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM organisations WHERE category = 'full'`,
    );
    expect((await audited()).slice(before)).toEqual([
      { actor: 'Sam Example', details: { what: 'organisations', count, filter: 'category=full' } },
    ]);
  });
});
