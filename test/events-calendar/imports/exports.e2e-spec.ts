import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strictCheck } from '../ical/strict-check.js';
import { startImporting, textOf, type Importing } from './importing.js';
import { emptying } from '../../emptying.js';

let calendar: Importing;
beforeAll(async () => {
  calendar = await startImporting({ demo: true });
});
afterAll(() => calendar.stop());

describe('the CSV export', () => {
  test('has everything, so that importing it changes nothing', async () => {
    const { html: csv, headers } = await calendar.get('/calendar/manage/export.csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="events-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get('cache-control')).toBe('private, no-store');
    const before = await calendar.query('SELECT * FROM events ORDER BY id');
    const path = await calendar.preview(csv);
    expect(textOf((await calendar.get(path)).html)).toContain(
      `${before.length} rows: ${before.length} events as they are already.`,
    );
    await calendar.confirm(path);
    await calendar.outcome(path);
    expect(await calendar.query('SELECT * FROM events ORDER BY id')).toEqual(before);
  });

  test('brings an empty calendar to the same state', async () => {
    const { html: csv } = await calendar.get('/calendar/manage/export.csv');
    const says = `SELECT ref, title, kind, format, when_type, starts_at, ends_at, first_day, last_day, month, zone,
      place_name, latitude, joining_url, joining_shown_to, description, organiser_email, audience, board, series, tags,
      rule, exceptions, status, status_reason, replaced_by FROM events ORDER BY ref`;
    const before = await calendar.query(says);
    await calendar.query(emptying('events CASCADE'));
    const path = await calendar.preview(csv);
    await calendar.confirm(path);
    await calendar.outcome(path);
    expect(before.length).toBeGreaterThan(50);
    expect(await calendar.query(says)).toEqual(before);
  });

  test('can be cut as the list of events is', async () => {
    const { html } = await calendar.get('/calendar/manage/export.csv?status=draft');
    expect(html.match(/,draft,/g)?.length).toBe(html.trim().split('\r\n').length - 1);
    const cancelled = await calendar.get('/calendar/manage/export.csv?status=cancelled&q=procurement');
    expect(cancelled.html.match(/\n/g)).toHaveLength(2);
  });

  test('has nothing that a spreadsheet would take for a formula', async () => {
    const path = await calendar.preview('title,start\r\n"=HYPERLINK(""https://example.org"")",2099-01-01');
    await calendar.confirm(path);
    await calendar.outcome(path);
    const { html } = await calendar.get('/calendar/manage/export.csv');
    expect(html).toContain(`"'=HYPERLINK`);
    expect(html).not.toMatch(/[",\n]=HYPER/);
  });
});

describe('the calendar file', () => {
  test('passes a strict check and leaves drafts out', async () => {
    const { html: ics, headers } = await calendar.get('/calendar/manage/export.ics');
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="events-.*\.ics"$/);
    expect(strictCheck(ics)).toEqual([]);
    expect(ics).toContain('Values & Principles Board');
    const [{ drafts, others } = { drafts: 0, others: 0 }] = await calendar.query<{
      drafts: number;
      others: number;
    }>(
      `SELECT count(*) FILTER (WHERE status = 'draft')::int AS drafts,
         count(*) FILTER (WHERE status <> 'draft')::int AS others FROM events`,
    );
    expect(drafts).toBeGreaterThan(0);
    expect(new Set(ics.replaceAll(/\r\n[ \t]/g, '').match(/^UID:.*$/gm))).toHaveProperty('size', others);
  });
});
