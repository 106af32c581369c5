import fc from 'fast-check';
import { orThrow } from './errors.js';
import { eventStatuses, type CalendarEvent, type EventStatus } from './event.js';
import { allowedMoves, checkDeletable, explain, isDeletable, move } from './status.js';
import { eventSample, later, now } from './testing/samples.js';

const because = { reason: 'The venue has flooded.' };
const allowed = new Set([
  'draft → published',
  'published → postponed',
  'published → cancelled',
  'postponed → published',
  'postponed → cancelled',
  'cancelled → published',
]);
const pairs = eventStatuses.flatMap((from) => eventStatuses.map((to) => [from, to] as const));

describe('move', () => {
  it.each(pairs)('%s → %s', (from, to) => {
    const moved = move(eventSample({ status: from }), to, because, later);
    expect(moved.ok).toBe(allowed.has(`${from} → ${to}`));
    expect(allowedMoves(from).includes(to)).toBe(moved.ok);
    expect(moved).toMatchObject(
      moved.ok ? { value: { status: to } } : { problems: [{ field: 'status', code: 'move-not-allowed' }] },
    );
  });

  it.each(['postponed', 'cancelled'] as const)('to %s needs a reason and keeps it', (to) => {
    const event = eventSample();
    expect(move(event, to, { reason: ' \t' }, later)).toMatchObject({
      problems: [{ field: 'reason', code: 'reason-missing' }],
    });
    expect(
      orThrow(move(event, to, { reason: ' Storm ', replacedBy: '2027-officer-call' }, later)),
    ).toMatchObject({
      statusReason: 'Storm',
      replacedBy: '2027-officer-call',
    });
  });

  it('is told both problems at once', () => {
    expect(
      move(eventSample(), 'cancelled', { reason: '', replacedBy: '2026-officer-call' }, later),
    ).toMatchObject({
      problems: [{ code: 'reason-missing' }, { code: 'replaced-by-itself' }],
    });
    expect(
      move(eventSample(), 'cancelled', { ...because, replacedBy: 'https://example.org' }, later),
    ).toMatchObject({
      problems: [{ field: 'replacedBy', code: 'ref-unreadable' }],
    });
  });

  it('to published clears what was said before', () => {
    const cancelled = eventSample({ status: 'cancelled', statusReason: 'Storm', replacedBy: '2027-x' });
    expect(orThrow(move(cancelled, 'published', { reason: 'ignored' }, later))).toMatchObject({
      status: 'published',
      statusReason: null,
      replacedBy: null,
    });
  });

  it('raises the version always, and the sequence once it has been published', () => {
    const published = orThrow(move(eventSample({ status: 'draft' }), 'published', because, later));
    expect(published).toMatchObject({ version: 2, sequence: 0, changedAt: later });
    expect(orThrow(move(published, 'cancelled', because, later))).toMatchObject({ version: 3, sequence: 1 });
  });

  it('never sets the time of the last change back', () => {
    const event = eventSample({ changedAt: later });
    expect(orThrow(move(event, 'cancelled', because, now)).changedAt).toBe(later);
  });

  it('keeps, over any chain of moves, every rule of the states', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<EventStatus>(...eventStatuses), { maxLength: 12 }), (chain) => {
        let event: CalendarEvent = eventSample({ status: 'draft' });
        for (const to of chain) {
          const moved = move(event, to, because, later);
          if (!moved.ok) continue;
          expect(moved.value.status).not.toBe('draft');
          expect(moved.value.sequence - event.sequence).toBe(event.status === 'draft' ? 0 : 1);
          expect(moved.value.statusReason === null).toBe(to === 'published');
          event = moved.value;
        }
        expect(isDeletable(event)).toBe(event.version === 1);
      }),
    );
  });
});

describe('explain', () => {
  const cancelled = eventSample({ status: 'cancelled', statusReason: 'Storm' });

  it('adds a replacement found later, without a new sequence', () => {
    expect(orThrow(explain(cancelled, { reason: 'Storm', replacedBy: '2027-x' }, later))).toMatchObject({
      replacedBy: '2027-x',
      version: 2,
      sequence: 0,
      changedAt: later,
    });
  });

  it('changes nothing when nothing is different', () => {
    expect(orThrow(explain(cancelled, { reason: 'Storm' }, later))).toBe(cancelled);
  });

  it('is refused for an event that takes place', () => {
    expect(explain(eventSample(), because, later)).toMatchObject({
      problems: [{ code: 'move-not-allowed' }],
    });
  });
});

it('lets only drafts be deleted', () => {
  expect(eventStatuses.filter((status) => checkDeletable({ status }).ok)).toEqual(['draft']);
  expect(checkDeletable({ status: 'cancelled' })).toMatchObject({ problems: [{ code: 'not-deletable' }] });
});
