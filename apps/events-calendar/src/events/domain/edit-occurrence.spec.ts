import { cancelOccurrence, changeOf, editOccurrence, reinstateOccurrence } from './edit-occurrence.js';
import { orThrow } from './errors.js';
import type { CalendarEvent } from './event.js';
import { expand } from './expand.js';
import { eventSample, later, timedSample } from './testing/samples.js';

const calls = eventSample({ recurrence: { rule: 'FREQ=WEEKLY;COUNT=3', exceptions: [] } });
const second = '2026-06-09T10:00';
const exceptions = (event: CalendarEvent) => event.recurrence?.exceptions;
const moved = timedSample('2026-06-10T14:00', '2026-06-10T15:00');

describe('editOccurrence', () => {
  it('keeps what is different, and nothing else', () => {
    const edited = orThrow(
      editOccurrence(
        calls,
        second,
        { title: 'Officer call', when: moved, place: null, description: 'Longer', format: 'online' },
        later,
      ),
    );
    expect(exceptions(edited)).toEqual([
      { original: second, type: 'changed', change: { when: moved, description: 'Longer' } },
    ]);
    expect(edited).toMatchObject({ version: 2, sequence: 1, changedAt: later, title: 'Officer call' });
    expect(expand(edited).map(({ original }) => original)).toEqual([
      '2026-06-02T10:00',
      second,
      '2026-06-16T10:00',
    ]);
  });

  it('can take a place away that the series has', () => {
    const placed = { ...calls, place: { name: 'Town Hall', address: null, coordinates: null } };
    expect(changeOf(orThrow(editOccurrence(placed, second, { place: null }, later)), second)).toEqual({
      place: null,
    });
  });

  it('keeps the name of an occurrence, however often it moves', () => {
    const once = orThrow(editOccurrence(calls, second, { when: moved }, later));
    const again = orThrow(
      editOccurrence(once, second, { when: timedSample('2026-06-11T14:00', '2026-06-11T15:00') }, later),
    );
    expect(exceptions(again)?.map(({ original }) => original)).toEqual([second]);
  });

  it('makes an occurrence an ordinary one when nothing differs', () => {
    const edited = orThrow(editOccurrence(calls, second, { title: 'Other' }, later));
    const back = orThrow(
      editOccurrence(
        edited,
        second,
        { title: 'Officer call', when: timedSample('2026-06-09T10:00', '2026-06-09T11:00') },
        later,
      ),
    );
    expect(exceptions(back)).toEqual([]);
    expect(orThrow(editOccurrence(calls, second, {}, later))).toBe(calls);
  });

  it('changes nothing when it was so already', () => {
    const edited = orThrow(editOccurrence(calls, second, { title: 'Other' }, later));
    expect(orThrow(editOccurrence(edited, second, { title: 'Other' }, later))).toBe(edited);
  });

  it('tells problems at the occurrence’s own fields', () => {
    expect(
      editOccurrence(calls, second, { title: '', when: { ...moved, end: moved.start } }, later),
    ).toMatchObject({
      problems: [
        { field: 'title', code: 'missing' },
        { field: 'when.end.time', code: 'end-equals-start' },
      ],
    });
  });

  it.each([
    [eventSample(), second, 'not-recurring'],
    [calls, '2026-06-10T10:00', 'occurrence-unknown'],
  ])('knows occurrences by name only: %#', (event, original, code) => {
    expect(editOccurrence(event, original, { title: 'X' }, later)).toMatchObject({
      problems: [{ field: 'original', code }],
    });
  });
});

describe('cancelOccurrence', () => {
  it('keeps the occurrence’s other changes, and so does reinstating', () => {
    const edited = orThrow(editOccurrence(calls, second, { when: moved }, later));
    const off = orThrow(cancelOccurrence(edited, second, ' Half term ', later));
    expect(changeOf(off, second)).toEqual({ when: moved, cancelled: { reason: 'Half term' } });
    expect(exceptions(orThrow(reinstateOccurrence(off, second, later)))).toEqual(exceptions(edited));
  });

  it('needs a reason', () => {
    expect(cancelOccurrence(calls, second, ' ', later)).toMatchObject({
      problems: [{ field: 'cancelled', code: 'reason-missing' }],
    });
  });
});
