import { Temporal } from 'temporal-polyfill';
import { requestState, type SignInProgress } from './request-state.js';

const at = (minutes: number) =>
  Temporal.Instant.from('2026-01-01T12:00Z').add({ milliseconds: minutes * 60_000 });
const asked: SignInProgress = { wrongCodes: 0, expiresAt: at(15), approvedAt: null, usedAt: null };

describe('a request to sign in', () => {
  it.each([
    ['can be pressed for 15 minutes', asked, 14.99, 'waiting'],
    ['is over after 15 minutes', asked, 15, 'over'],
    ['bears four wrong codes', { ...asked, wrongCodes: 4 }, 1, 'waiting'],
    ['does not bear a fifth', { ...asked, wrongCodes: 5 }, 1, 'over'],
    [
      'that was let in may begin its session, also after the link’s end',
      { ...asked, approvedAt: at(14) },
      43.99,
      'approved',
    ],
    ['that was let in is over half an hour later', { ...asked, approvedAt: at(14) }, 44, 'over'],
    ['is used once its session has begun', { ...asked, approvedAt: at(1), usedAt: at(2) }, 3, 'used'],
    ['stays used', { ...asked, approvedAt: at(1), usedAt: at(2) }, 3000, 'used'],
  ] as const)('%s', (_, progress, minutes, state) => {
    expect(requestState(progress, at(minutes))).toBe(state);
  });
});
