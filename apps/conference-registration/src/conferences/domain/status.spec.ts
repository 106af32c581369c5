import fc from 'fast-check';
import { conferenceStatuses, type ConferenceStatus } from './conference.js';
import { endsByItself, isEnded, movesFrom, takeStep } from './status.js';

const step = (from: ConferenceStatus, to: ConferenceStatus, reason = 'Because.') =>
  takeStep({ from, to, reason, missing: [] });

const allowed = conferenceStatuses.flatMap((from) =>
  conferenceStatuses.filter((to) => step(from, to).ok).map((to) => `${from} → ${to}`),
);

it('allows these steps and no others', () => {
  expect(allowed).toEqual([
    'draft → open',
    'open → paused',
    'open → closed',
    'open → cancelled',
    'paused → open',
    'paused → closed',
    'paused → cancelled',
    'closed → cancelled',
  ]);
});

it('offers just what it allows', () => {
  const offered = conferenceStatuses.flatMap((from) =>
    conferenceStatuses.filter((to) => movesFrom(from).includes(to)).map((to) => `${from} → ${to}`),
  );
  expect(offered).toEqual(allowed);
});

it('leads nowhere once it has ended, and back to a draft never', () => {
  const walk = fc.array(fc.constantFrom(...conferenceStatuses), { maxLength: 12 });
  fc.assert(
    fc.property(walk, (steps) => {
      let status: ConferenceStatus = 'draft';
      for (const to of steps) {
        const taken = step(status, to);
        if (!taken.ok) continue;
        expect(isEnded(status)).toBe(false);
        expect(taken.value.status).not.toBe('draft');
        ({ status } = taken.value);
      }
    }),
  );
});

it('ends what was published by itself, but for what was cancelled', () => {
  expect(endsByItself).toEqual(['open', 'paused', 'closed']);
});

it('says why it is cancelled or paused, and drops the reason with the pause', () => {
  expect(step('open', 'cancelled', ' ')).toMatchObject({
    problems: [{ field: 'reason', code: 'reason-missing' }],
  });
  expect(step('open', 'cancelled', ' Flood. ')).toEqual({
    ok: true,
    value: { status: 'cancelled', statusReason: 'Flood.' },
  });
  expect(step('open', 'paused', '')).toEqual({ ok: true, value: { status: 'paused', statusReason: null } });
  expect(step('paused', 'open', 'x')).toEqual({ ok: true, value: { status: 'open', statusReason: null } });
});

it('does not open while something is missing, and resumes all the same', () => {
  const missing = [{ code: 'terms-missing', message: 'There are no terms.', part: 'edit' as const }];
  expect(takeStep({ from: 'draft', to: 'open', reason: '', missing })).toMatchObject({
    problems: [{ field: 'status', code: 'not-ready', message: 'It cannot open yet. There are no terms.' }],
  });
  expect(takeStep({ from: 'paused', to: 'open', reason: '', missing }).ok).toBe(true);
});

it('has a sentence for every step that cannot be taken', () => {
  for (const from of conferenceStatuses) {
    for (const to of conferenceStatuses) {
      const taken = step(from, to);
      if (!taken.ok) expect(taken.problems[0]?.message).toMatch(/^[A-Z].{15,}\.$/);
    }
  }
});
