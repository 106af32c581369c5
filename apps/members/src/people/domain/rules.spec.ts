import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { endAffiliation, setAffiliation } from './affiliations.js';
import { diff } from './changes.js';
import { checkFacts } from './facts.js';
import { grantRole, withdrawRole } from './grants.js';
import { holdsOn } from './person.js';
import { overlap, removeSeat, setSeat } from './seats.js';
import { day, person, term } from './testing/people-arbitraries.js';
import {
  objectionToActing,
  objectionToAddressing,
  objectionToEditing,
  objectionToGranting,
  objectionToMerging,
} from './who-may.js';

const now = Temporal.Instant.from('2026-03-01T09:00:00Z');
const organisationId = '01890000-0000-7000-8000-000000000001';
const boards = new Set(['board-a', 'board-b']);
const nothing = { name: 'Xiu', preferredName: '', pronouns: '', phone: '', jobTitle: '' };

describe('what is said of a person', () => {
  it('is trimmed and composed, and blank is nothing', () => {
    expect(checkFacts({ ...nothing, name: '  Siân\u0301 ', jobTitle: ' ' })).toEqual({
      ok: true,
      value: { name: 'Siâń', preferredName: null, pronouns: null, phone: null, jobTitle: null },
    });
  });

  it.each([
    [{ name: ' ' }, 'name', 'missing'],
    [{ name: 'Xiu\nBcc: eve@example.org' }, 'name', 'unprintable-character'],
    [{ name: 'x'.repeat(201) }, 'name', 'too-long'],
    [{ pronouns: 'they\u2028them' }, 'pronouns', 'unprintable-character'],
    [{ phone: 'call me' }, 'phone', 'not-a-phone-number'],
    [{ phone: '1234' }, 'phone', 'not-a-phone-number'],
  ])('is refused: %j', (given, field, code) => {
    expect(checkFacts({ ...nothing, ...given })).toMatchObject({ problems: [{ field, code }] });
  });

  it.each(['020 7946 0000', '+44 (0)20 7946-0000 ext 12', '01632960001'])(
    'may have the phone %s',
    (phone) => {
      expect(checkFacts({ ...nothing, phone }).ok).toBe(true);
    },
  );

  it('takes a name as long as 200 characters of any script', () => {
    expect(checkFacts({ ...nothing, name: '𠮷'.repeat(200) }).ok).toBe(true);
  });
});

describe('where a person belongs', () => {
  const input = { organisationId, role: 'officer', office: ' ', isBookingContact: true };

  it('is one thing for an organisation, the latest said', () => {
    fc.assert(
      fc.property(person('p'), (one) => {
        const set = setAffiliation(one, input);
        const again = set.ok ? setAffiliation(set.value, { ...input, role: 'councillor' }) : set;
        if (!again.ok) throw new Error('refused');
        expect(again.value.affiliations.filter((a) => a.organisationId === organisationId)).toEqual([
          { ...input, role: 'councillor', office: null },
        ]);
        const ended = endAffiliation(again.value, organisationId);
        expect(ended.ok && ended.value.affiliations).toEqual(one.affiliations);
      }),
    );
  });

  it('is one of three things', () => {
    const [one] = fc.sample(person('p'), 1);
    expect(one && setAffiliation(one, { ...input, role: 'admin' })).toMatchObject({
      problems: [{ field: 'role', code: 'unknown-choice' }],
    });
    expect(one && endAffiliation(one, organisationId).ok).toBe(false);
  });
});

describe('a person’s seats', () => {
  it('never overlap on one board, whatever is asked for', () => {
    const wish = fc.record({
      board: fc.constantFrom('board-a', 'board-b', 'board-x'),
      position: fc.constantFrom('', 'Chair'),
      startsOn: day,
      endsOn: fc.option(day),
    });
    fc.assert(
      fc.property(person('p'), fc.array(wish, { maxLength: 8 }), fc.boolean(), (start, wishes, change) => {
        let one = start;
        for (const [index, input] of wishes.entries()) {
          const id = change ? (one.seats[0]?.id ?? 'first') : `wish-${index}`;
          const result = setSeat(one, id, input, boards);
          if (!result.ok) continue;
          one = result.value;
          expect(one.seats.filter((seat) => seat.id === id)).toHaveLength(1);
        }
        for (const [index, seat] of one.seats.entries()) {
          const others = one.seats.slice(index + 1).filter(({ board }) => board === seat.board);
          expect(others.filter((other) => overlap(other, seat))).toEqual([]);
          expect(seat.endsOn === null || seat.startsOn <= seat.endsOn).toBe(true);
          expect(boards.has(seat.board)).toBe(true);
        }
      }),
    );
  });

  it('overlap exactly if they have a day in common', () => {
    fc.assert(
      fc.property(term, term, (a, b) => {
        const days = [a.startsOn, b.startsOn];
        expect(overlap(a, b)).toBe(days.some((one) => holdsOn(a, one) && holdsOn(b, one)));
      }),
      { numRuns: 1000 },
    );
  });

  it('may follow each other from one day to the next, and be taken back', () => {
    const [any] = fc.sample(person('p'), 1);
    const first = { board: 'board-a', position: null, startsOn: '2026-01-01', endsOn: '2026-03-31' };
    const given = any && setSeat({ ...any, seats: [] }, 'a', first, boards);
    if (!given?.ok) throw new Error('refused');
    const next = { ...first, startsOn: '2026-04-01', endsOn: null };
    expect(setSeat(given.value, 'b', next, boards).ok).toBe(true);
    expect(setSeat(given.value, 'b', { ...next, startsOn: '2026-03-31' }, boards)).toMatchObject({
      problems: [{ field: 'startsOn', code: 'terms-overlap' }],
    });
    expect(removeSeat(given.value, 'a')).toMatchObject({ value: { seats: [] } });
    expect(removeSeat(given.value, 'b').ok).toBe(false);
  });
});

describe('roles', () => {
  it('are given once, withdrawn, and never taken from the last admin', () => {
    fc.assert(
      fc.property(person('p'), (one) => {
        const admin = grantRole(one, 'admin', now, 'ada');
        if (!admin.ok) throw new Error('refused');
        expect(admin.value.grants.filter(({ role }) => role === 'admin')).toHaveLength(1);
        expect(withdrawRole(admin.value, 'admin', true)).toMatchObject({
          problems: [{ code: 'last-admin' }],
        });
        const withdrawn = withdrawRole(admin.value, 'admin', false);
        expect(withdrawn.ok && withdrawn.value.grants.some(({ role }) => role === 'admin')).toBe(false);
        expect(grantRole(one, 'board', now, null).ok).toBe(false);
      }),
    );
  });
});

describe('who may do what', () => {
  const ada = { personId: 'ada', roles: ['person', 'staff', 'admin'] };
  const sam = { personId: 'sam', roles: ['person', 'staff'] };
  const pat = { personId: 'pat', roles: ['person', 'board', 'booking-contact'] };
  const nobody = { personId: null, roles: ['visitor'] };
  const member = { id: 'pat', grants: [] };
  const colleague = { id: 'kim', grants: [{ role: 'staff', grantedAt: now, grantedBy: null }] } as const;

  it.each([
    [
      'edit a member',
      (asker: typeof sam | typeof nobody) => objectionToEditing(asker, member),
      'ada sam pat',
    ],
    [
      'address a member',
      (asker: typeof sam | typeof nobody) => objectionToAddressing(asker, member),
      'ada sam pat',
    ],
    [
      'address a colleague',
      (asker: typeof sam | typeof nobody) => objectionToAddressing(asker, colleague),
      'ada',
    ],
    [
      'grant a member a role',
      (asker: typeof sam | typeof nobody) => objectionToGranting(asker, member),
      'ada',
    ],
    [
      'merge members',
      (asker: typeof sam | typeof nobody) => objectionToMerging(asker, member, member),
      'ada sam',
    ],
    [
      'merge a colleague',
      (asker: typeof sam | typeof nobody) => objectionToMerging(asker, member, colleague),
      'ada',
    ],
    ['act for a member', (asker: typeof sam | typeof nobody) => objectionToActing(asker, member), 'ada sam'],
    ['act for a colleague', (asker: typeof sam | typeof nobody) => objectionToActing(asker, colleague), ''],
  ])('may %s', (_, objection, expected) => {
    const allowed = [ada, sam, pat, nobody].filter((asker) => objection(asker) === null);
    expect(allowed.map(({ personId }) => personId ?? 'nobody').join(' ')).toBe(expected);
  });

  it('is nothing to one’s own roles, nor to act for oneself', () => {
    expect(objectionToGranting(ada, { id: 'ada', grants: [] })).toMatch(/own roles/);
    expect(objectionToActing(sam, { id: 'sam', grants: [] })).not.toBeNull();
    expect(objectionToAddressing({ ...sam, personId: 'kim' }, colleague)).toBeNull();
  });
});

describe('what a change altered', () => {
  it('is told exactly for what is different, by each thing', () => {
    const names = { organisations: new Map([['o1', 'Oldham Council']]), boards: new Map<string, string>() };
    fc.assert(
      fc.property(person('p'), person('p'), (before, after) => {
        const changes = diff(before, after, names);
        expect(changes.every((change) => change.before !== change.after)).toBe(true);
        expect(diff(before, before, names)).toEqual([]);
        for (const field of ['preferredName', 'phone'] as const) {
          expect(changes.some((change) => change.field === field)).toBe(before[field] !== after[field]);
        }
      }),
    );
    const [one] = fc.sample(person('p'), 1);
    expect(one && diff(null, one, names)[0]).toEqual({ field: 'name', before: '', after: 'Name of p' });
  });
});
