import fc from 'fast-check';
import { audiences, eventStatuses, type Audience } from './event.js';
import {
  mayJoin,
  mayRead,
  readableAudiences,
  rightsInAll,
  standingOf,
  visitor,
  type Reader,
} from './visibility.js';

const person: Reader = { roles: ['person'], boards: [] };
const trustee: Reader = { roles: ['person', 'board'], boards: ['values-and-principles'] };
const otherBoard: Reader = { roles: ['person', 'board'], boards: ['executive-oversight'] };
const staff: Reader = { roles: ['person', 'staff'], boards: [] };
const admin: Reader = { roles: ['admin'], boards: [] };

const event = (audience: Audience, shownTo: Audience = audience) => ({
  status: 'published' as const,
  audience,
  board: audience === 'board' ? 'values-and-principles' : null,
  joining: { url: 'https://calls.example.org/1', shownTo },
});

describe('mayRead', () => {
  it.each<[string, Reader, Audience[]]>([
    ['a visitor', visitor, ['public']],
    ['nobody in particular', { roles: [], boards: [] }, ['public']],
    ['a person', person, ['public', 'members']],
    ['a member of the board', trustee, ['public', 'members', 'board']],
    ['a member of another board', otherBoard, ['public', 'members']],
    ['somebody with a board but no role', { roles: [], boards: ['values-and-principles'] }, ['public']],
    ['staff', staff, ['public', 'members', 'board', 'invited']],
    ['an admin', admin, ['public', 'members', 'board', 'invited']],
  ])('%s', (_, reader, expected) => {
    expect(audiences.filter((audience) => mayRead(event(audience), reader))).toEqual(expected);
  });

  it.each(eventStatuses)('shows %s to staff, and to others unless it is a draft', (status) => {
    const changed = { ...event('public'), status };
    expect(mayRead(changed, staff)).toBe(true);
    expect([visitor, person, trustee].map((reader) => mayRead(changed, reader))).toEqual(
      Array.from({ length: 3 }, () => status !== 'draft'),
    );
  });
});

describe('mayJoin', () => {
  it('is narrower than reading where the link is', () => {
    const open = event('public', 'members');
    expect(mayRead(open, visitor)).toBe(true);
    expect(mayJoin(open, visitor)).toBe(false);
    expect(mayJoin(open, person)).toBe(true);
    expect(mayJoin(event('members', 'invited'), person)).toBe(false);
    expect(mayJoin(event('members', 'invited'), staff)).toBe(true);
  });

  it('is false without a link, even for staff', () => {
    expect(mayJoin({ ...event('public'), joining: null }, staff)).toBe(false);
  });

  it('looks at an occurrence’s own link', () => {
    const own = { url: 'https://calls.example.org/2', shownTo: 'members' } as const;
    expect(mayJoin(event('public'), visitor, own)).toBe(false);
    expect(mayJoin(event('public'), visitor)).toBe(true);
  });
});

it('never shows more of the link than of the event, and lists audiences as it reads', () => {
  const roles = fc.subarray(['visitor', 'person', 'booking-contact', 'board', 'staff', 'admin']);
  const boards = fc.subarray(['values-and-principles', 'executive-oversight']);
  const audience = fc.constantFrom(...audiences);
  const status = fc.constantFrom(...eventStatuses);
  fc.assert(
    fc.property(roles, boards, audience, audience, status, (roles, boards, audience, shownTo, status) => {
      const reader = { roles, boards };
      const some = { ...event(audience, shownTo), status };
      if (mayJoin(some, reader)) expect(mayRead(some, reader)).toBe(true);
      if (mayRead(some, reader)) expect(readableAudiences(reader)).toContain(audience);
    }),
  );
});

describe('readers with the same standing', () => {
  const board = fc.constantFrom('values-and-principles', 'executive-oversight');
  const readers: fc.Arbitrary<Reader> = fc.record({
    roles: fc.subarray(['visitor', 'person', 'booking-contact', 'board', 'staff', 'admin']),
    boards: fc.subarray(['values-and-principles', 'executive-oversight']),
  });
  const events = fc
    .record({
      audience: fc.constantFrom(...audiences),
      shownTo: fc.constantFrom(...audiences),
      status: fc.constantFrom(...eventStatuses),
      board,
    })
    .map(({ audience, shownTo, status, board: own }) => ({
      ...event(audience, shownTo),
      status,
      board: audience === 'board' ? own : null,
    }));

  it('to an event are shown the same of it', () => {
    fc.assert(
      fc.property(events, readers, readers, (some, one, other) => {
        fc.pre(standingOf(some.board, one) === standingOf(some.board, other));
        expect([mayRead(some, one), mayJoin(some, one)]).toEqual([
          mayRead(some, other),
          mayJoin(some, other),
        ]);
      }),
    );
  });

  it('in all are shown the same of every event', () => {
    fc.assert(
      fc.property(events, readers, readers, (some, one, other) => {
        fc.pre(rightsInAll(one) === rightsInAll(other));
        expect([mayRead(some, one), mayJoin(some, one)]).toEqual([
          mayRead(some, other),
          mayJoin(some, other),
        ]);
      }),
    );
  });
});
