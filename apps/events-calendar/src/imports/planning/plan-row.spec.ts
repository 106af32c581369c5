import { describe, expect, it } from '@jest/globals';
import { detailsOf } from '../../events/domain/changes.js';
import type { CalendarEvent } from '../../events/domain/event.js';
import { allDaySample, eventSample, later, timedSample } from '../../events/domain/testing/samples.js';
import type { ImportRow } from '../domain/import-row.js';
import { readStoredRow, storeDetails } from '../reading/stored-details.js';
import { planRow, type FileTraits } from './plan-row.js';
import { csvIsSilentOn, icsIsSilentOn } from './silent-on.js';

const csv: FileTraits = { format: 'csv', silentOn: [] };
const ics: FileTraits = { format: 'ics', silentOn: icsIsSilentOn };

/** What a file says that has an event just as it is. */
function rowOf(event: CalendarEvent, different: Partial<ImportRow> = {}): ImportRow {
  const { ref, title, status, statusReason, replacedBy } = event;
  const details = detailsOf(event);
  return {
    line: 2,
    title,
    ref,
    uid: null,
    status,
    statusReason,
    replacedBy,
    details,
    problems: [],
    notes: [],
    ...different,
  };
}

const weekly = eventSample({
  status: 'published',
  recurrence: {
    rule: 'FREQ=WEEKLY;COUNT=3;BYDAY=TU',
    exceptions: [
      { original: '2026-06-09T10:00', type: 'removed' },
      {
        original: '2026-06-16T10:00',
        type: 'changed',
        change: {
          when: timedSample('2026-06-17T10:00', '2026-06-17T11:00'),
          joining: { url: 'https://calls.example.org/other', shownTo: 'members' },
        },
      },
    ],
  },
});

describe('what an import makes of a row', () => {
  it('nothing, where it says what there is, even after it was stored', () => {
    for (const event of [weekly, eventSample({ when: allDaySample('2026-06-02'), status: 'draft' })]) {
      const row = rowOf(event);
      const stored = readStoredRow({ ...row, details: row.details && storeDetails(row.details) });
      for (const each of [row, stored]) {
        expect(planRow(each, event, csv, later)).toMatchObject({ outcome: 'unchanged' });
      }
    }
  });

  it('one change, however much is different', () => {
    const event = eventSample({ status: 'published', version: 4, sequence: 2 });
    const details = { ...detailsOf(event), title: 'Other', when: allDaySample('2026-07-01') };
    const row = rowOf(event, { details, status: 'cancelled', statusReason: 'Flood' });
    const plan = planRow(row, event, csv, later);
    expect(plan).toMatchObject({
      outcome: 'changed',
      after: { title: 'Other', status: 'cancelled', statusReason: 'Flood', version: 5, sequence: 3 },
    });
  });

  it('a new event in the state that it says', () => {
    const row = rowOf(eventSample(), { status: 'postponed', statusReason: 'Flood' });
    expect(planRow(row, null, csv, later)).toMatchObject({
      outcome: 'new',
      event: { status: 'postponed', statusReason: 'Flood', version: 1, sequence: 0 },
    });
  });

  it('a problem in the column, where the rules refuse the state', () => {
    const event = eventSample({ status: 'published' });
    const row = rowOf(event, { status: 'cancelled', statusReason: 'Off', replacedBy: event.ref });
    expect(planRow(row, event, csv, later)).toMatchObject({
      outcome: 'problem',
      problems: [{ line: 2, column: 'replaced_by' }],
    });
  });

  it('no draft of what is published, and nothing that is off by a file that cannot say so', () => {
    const published = eventSample({ status: 'published' });
    const cancelled = eventSample({ status: 'cancelled', statusReason: 'Flood' });
    const draft = rowOf(published, { status: 'draft' });
    expect(planRow(draft, published, csv, later).outcome).toBe('unchanged');
    const confirmed = rowOf(cancelled, { status: 'published', statusReason: null });
    expect(planRow(confirmed, cancelled, ics, later).outcome).toBe('unchanged');
    expect(planRow(confirmed, cancelled, csv, later)).toMatchObject({ after: { status: 'published' } });
  });

  it('no wider circle that is shown a joining link', () => {
    const event = {
      ...weekly,
      audience: 'members',
      joining: { url: 'https://a.example.org/', shownTo: 'invited' },
    } as const;
    const wide = { url: 'https://b.example.org/', shownTo: 'public' } as const;
    const recurrence = weekly.recurrence && {
      ...weekly.recurrence,
      exceptions: weekly.recurrence.exceptions.map((exception) =>
        exception.type === 'changed'
          ? { ...exception, change: { ...exception.change, joining: wide } }
          : exception,
      ),
    };
    const details = { ...detailsOf(event), audience: 'public', joining: wide, recurrence } as const;
    const plan = planRow(rowOf(event, { details }), event, ics, later);
    expect(plan).toMatchObject({ outcome: 'changed', after: { audience: 'members' } });
    expect(JSON.stringify(plan.outcome === 'changed' && plan.after)).not.toContain('"shownTo":"public"');
    expect(plan).toMatchObject({ after: { joining: { url: wide.url, shownTo: 'invited' } } });
  });

  it('a series that moves with its rule and its exceptions, where the file says nothing of repeating', () => {
    const silent: FileTraits = { format: 'csv', silentOn: csvIsSilentOn(['ref', 'title', 'start', 'end']) };
    const details = {
      ...detailsOf(weekly),
      when: timedSample('2026-06-02T14:00', '2026-06-02T15:00'),
      recurrence: null,
      tags: [],
      description: '',
    };
    const plan = planRow(rowOf(weekly, { details }), weekly, silent, later);
    expect(plan).toMatchObject({
      after: {
        description: weekly.description,
        tags: weekly.tags,
        recurrence: {
          rule: weekly.recurrence?.rule,
          exceptions: [{ original: '2026-06-09T14:00' }, { original: '2026-06-16T14:00' }],
        },
      },
    });
  });
});
