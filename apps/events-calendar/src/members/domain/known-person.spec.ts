import { Temporal } from 'temporal-polyfill';
import { mayRead } from '../../events/domain/visibility.js';
import { readerOn, seatsOn, type KnownPerson, type Seat } from './known-person.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const eoc = 'executive-oversight-committee';

const seat = (startsOn: string, endsOn: string | null, board = eoc): Seat => ({
  board,
  boardName: board,
  startsOn,
  endsOn,
});

const person = (different: Partial<KnownPerson> = {}): KnownPerson => ({
  roles: [],
  organisations: [],
  seats: [],
  ...different,
});

const council = (status: string) => ({ name: 'Example Council', status });

const boardMeeting = { status: 'published', audience: 'board', board: eoc } as const;
const memberMeeting = { status: 'published', audience: 'members', board: null } as const;
const invitedMeeting = { status: 'published', audience: 'invited', board: null } as const;

describe('seatsOn', () => {
  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2026-12-24', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('counts a seat from the first to the last day of its term: %s', (today, holds) => {
    const seats = seatsOn(person({ seats: [seat('2026-04-01', '2027-03-31')] }), day(today));
    expect(seats.length > 0).toBe(holds);
  });

  it('counts a seat without an end for good', () => {
    expect(seatsOn(person({ seats: [seat('2020-01-01', null)] }), day('2099-12-31'))).toHaveLength(1);
  });
});

describe('readerOn', () => {
  const today = day('2026-06-01');

  it('gives a person whom nobody told of what visitors have', () => {
    const reader = readerOn(null, today);
    expect(mayRead(memberMeeting, reader)).toBe(false);
  });

  it.each([
    ['applied', false],
    ['approved', false],
    ['declined', false],
    ['member', true],
    ['leaving', true],
    ['retained', true],
    ['left', false],
    ['something new', false],
  ])('lets people of an organisation that is “%s” see members’ events: %s', (status, may) => {
    const reader = readerOn(person({ organisations: [council(status)] }), today);
    expect(mayRead(memberMeeting, reader)).toBe(may);
    expect(mayRead(boardMeeting, reader)).toBe(false);
  });

  it('needs one member among several organisations', () => {
    const reader = readerOn(person({ organisations: [council('left'), council('member')] }), today);
    expect(mayRead(memberMeeting, reader)).toBe(true);
  });

  it('shows a board’s meetings, and members’, while the seat is theirs', () => {
    const seated = person({ seats: [seat('2026-01-01', '2026-06-01')] });
    const [now, tomorrow] = [readerOn(seated, today), readerOn(seated, today.add({ days: 1 }))];
    expect([mayRead(boardMeeting, now), mayRead(memberMeeting, now)]).toEqual([true, true]);
    expect([mayRead(boardMeeting, tomorrow), mayRead(memberMeeting, tomorrow)]).toEqual([false, false]);
  });

  it('shows no other board’s meetings', () => {
    const seated = person({ seats: [seat('2026-01-01', null, 'values-and-principles-board')] });
    expect(mayRead(boardMeeting, readerOn(seated, today))).toBe(false);
  });

  it('shows staff and admins everything, as their pages do', () => {
    for (const role of ['staff', 'admin']) {
      const reader = readerOn(person({ roles: [role] }), today);
      expect(mayRead(invitedMeeting, reader)).toBe(true);
    }
  });

  it('names each board once, in order', () => {
    const seats = [
      seat('2026-01-01', null, 'b'),
      seat('2026-01-01', null, 'a'),
      seat('2025-01-01', null, 'b'),
    ];
    expect(readerOn(person({ seats }), today).boards).toEqual(['a', 'b']);
  });
});
