import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { reasonNotToSendAgain, staysSendable, usefulUntil, type PastMail } from './send-again.js';

const now = Temporal.Instant.from('2026-03-10T12:00:00Z');

const sent: PastMail = {
  kind: 'event-changes',
  status: 'sent',
  hasContent: true,
  hasAddress: true,
  isSwitchedOff: false,
  isSuppressed: false,
  askedAt: now.subtract({ hours: 48 }),
  neededBy: now.add({ hours: 1 }),
};

describe('sending a mail again', () => {
  test('can be done with what was sent, or could not be', () => {
    for (const status of ['sent', 'refused', 'too-late', 'suppressed'] as const) {
      expect(reasonNotToSendAgain({ ...sent, status }, now)).toBeNull();
    }
  });

  test.each<[Partial<PastMail>, RegExp]>([
    [{ status: 'asked' }, /not been tried for the last time/],
    [{ status: 'deferred' }, /not been tried for the last time/],
    [{ status: 'withdrawn' }, /forgotten/],
    [{ status: 'unwanted' }, /switched off/],
    [{ isSwitchedOff: true }, /switched off/],
    [{ kind: 'sign-in' }, /secret/],
    [{ kind: 'something-of-old' }, /secret/],
    [{ hasContent: false }, /14 days/],
    [{ hasAddress: false }, /no mail address/],
    [{ isSuppressed: true }, /Allow mail to it first/],
    [{ neededBy: now }, /no use/],
  ])('cannot be done when %j', (change, reason) => {
    expect(reasonNotToSendAgain({ ...sent, ...change }, now)).toMatch(reason);
  });

  test('is of use as long as the first was, or anew where nobody had said', () => {
    expect(usefulUntil(sent, now)?.toString()).toBe('2026-03-10T13:00:00Z');
    const untold = { askedAt: sent.askedAt, neededBy: sent.askedAt.add({ hours: 120 }) };
    expect(usefulUntil(untold, now)?.toString()).toBe('2026-03-15T12:00:00Z');
    expect(usefulUntil(untold, now.add({ hours: 1000 }))).not.toBeNull();
  });

  test('is prepared for by keeping what was said, but never a secret', () => {
    expect(staysSendable('reminders', 'sent')).toBe(true);
    expect(staysSendable('reminders', 'unwanted')).toBe(false);
    expect(staysSendable('sign-in', 'sent')).toBe(false);
  });
});
