import { describe, expect, it } from '@jest/globals';
import { appNames } from './app-name.js';
import {
  contractOf,
  isMessageType,
  messageTypes,
  registry,
  typesConsumedBy,
  typesProducedBy,
} from './registry.js';

describe('the registry', () => {
  it.each(messageTypes)('names %s after the app that sends it, and says what version it is', (type) => {
    const [, producer, version] = /^([a-z-]+)\.[a-z]+(?:-[a-z]+)*\.v(\d+)$/.exec(type) ?? [];
    expect(producer).toBe(contractOf(type).producer);
    expect(Number(version)).toBeGreaterThan(0);
  });

  it.each(messageTypes)('says who gets %s, each once', (type) => {
    const { consumers } = contractOf(type);
    expect(new Set(consumers).size).toBe(consumers.length);
  });

  it('has nobody get what no app needs yet, and says of nothing else that it is so', () => {
    expect(messageTypes.filter((type) => contractOf(type).consumers.length === 0)).toEqual([
      'conference-registration.booking-confirmed.v1',
      'conference-registration.booking-changed.v1',
      'conference-registration.booking-cancelled.v1',
    ]);
  });

  it.each(messageTypes)('calls %s in plain words', (type) => {
    expect(contractOf(type).title).toMatch(/^[A-Z][a-zA-Z’ -]{5,60}$/);
  });

  it('finds what an app sends and gets', () => {
    expect(typesConsumedBy('mailer')).toEqual([
      'members.person-changed.v1',
      'members.person-erased.v1',
      'members.mail-requested.v1',
      'events-calendar.mail-requested.v1',
      'events-calendar.mailing-requested.v1',
      'events-calendar.mailing-addressed.v1',
      'conference-registration.mail-requested.v1',
      'conference-registration.mailing-requested.v1',
      'conference-registration.mailing-addressed.v1',
      'exhibition-stands.mail-requested.v1',
      'study-visits.mail-requested.v1',
    ]);
    expect(typesProducedBy('mailer')).toEqual([
      'mailer.replay-requested.v1',
      'mailer.person-erasure-done.v1',
    ]);
    expect(typesConsumedBy('shell')).toEqual([]);
    expect(appNames.flatMap(typesProducedBy).toSorted()).toEqual(messageTypes.toSorted());
  });

  it('knows its types from other words', () => {
    expect(isMessageType('members.person-changed.v1')).toBe(true);
    expect(isMessageType('members.person-changed.v2')).toBe(false);
    expect(isMessageType('toString')).toBe(false);
  });

  it('checks what a message holds', () => {
    const { payload } = registry['members.sign-in-asked.v1'];
    expect(payload.safeParse({ signInId: '019a8d5e-0000-7000-8000-000000000001' }).success).toBe(true);
    expect(payload.safeParse({ signInId: 'x' }).success).toBe(false);
  });
});
