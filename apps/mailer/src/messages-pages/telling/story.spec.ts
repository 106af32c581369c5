import fc from 'fast-check';
import type { AppName } from '#contracts';
import type { MessageTrace } from '#messaging';
import { storyOf } from './story.js';

const nothing: MessageTrace = {
  sent: [],
  sentInAll: 0,
  handled: [],
  handledInAll: 0,
  deadLetters: [],
  deadLettersInAll: 0,
};

/** Ids rise in the order of sending. */
const id = (number: number) => `019a8d5e-0000-7000-8000-${String(number).padStart(12, '0')}`;
const at = (ms: number) => new Date(Date.parse('2026-11-22T10:00:00Z') + ms).toISOString();

const erased = 'members.person-erased.v1';
const sent = (number: number, to: string[], deliveredAfter: number | null = 5) => ({
  id: id(number),
  type: erased,
  at: at(number),
  deliveredAt: deliveredAfter === null ? null : at(number + deliveredAfter),
  to,
});
const handled = (number: number, after = 20) => ({
  id: id(number),
  type: erased,
  sentAt: at(number),
  handledAt: at(number + after),
  tookMs: 7,
});
const letter = (number: number, requeuedAt: string | null = null) => ({
  id: id(number),
  type: erased,
  diedAt: at(number + 1000),
  attempts: 10,
  requeuedAt,
});

const told = (app: AppName, change: Partial<MessageTrace>) => ({ app, told: { ...nothing, ...change } });

describe('the story of a request', () => {
  it('says of each message who sent it and what became of it where', () => {
    const { messages, more, silent } = storyOf([
      told('members', { sent: [sent(1, ['events-calendar', 'mailer', 'members'])], sentInAll: 1 }),
      told('events-calendar', { handled: [handled(1)], handledInAll: 1 }),
      told('mailer', { deadLetters: [letter(1)], deadLettersInAll: 1 }),
    ]);
    expect([more, silent]).toEqual([0, []]);
    expect(messages).toEqual([
      {
        id: id(1),
        type: erased,
        from: 'members',
        sentAt: at(1),
        handedOverAfter: 5,
        receptions: [
          { app: 'events-calendar', state: 'handled', after: 20, took: 7 },
          { app: 'mailer', state: 'given-up', id: id(1), attempts: 10, isRequeued: false },
          { app: 'members', state: 'waiting' },
        ],
      },
    ]);
  });

  it('does not take the silence of a service for a message that waits', () => {
    const { messages, silent } = storyOf([
      told('members', { sent: [sent(1, ['mailer'], null)], sentInAll: 1 }),
      { app: 'mailer', told: null },
    ]);
    expect(silent).toEqual(['mailer']);
    expect(messages[0]).toMatchObject({
      handedOverAfter: null,
      receptions: [{ app: 'mailer', state: 'unknown' }],
    });
  });

  it('tells what is left once the sender has forgotten, or is silent', () => {
    const { messages } = storyOf([
      { app: 'members', told: null },
      { app: 'events-calendar', told: null },
      told('mailer', { handled: [handled(1)], handledInAll: 1 }),
    ]);
    expect(messages).toEqual([
      expect.objectContaining({
        from: 'members',
        sentAt: at(1),
        handedOverAfter: 'unknown',
        receptions: [
          { app: 'mailer', state: 'handled', after: 20, took: 7 },
          { app: 'events-calendar', state: 'unknown' },
          { app: 'conference-registration', state: 'unknown' },
          { app: 'exhibition-stands', state: 'unknown' },
          { app: 'study-visits', state: 'unknown' },
        ],
      }),
    ]);
  });

  it('tells nothing of what is only half known as lists are cut, and counts it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (all, some, others) => {
          const numbers = Array.from({ length: all }, (_, index) => index + 1);
          const { messages, more } = storyOf([
            told('members', { sent: numbers.slice(0, some).map((n) => sent(n, ['mailer'])), sentInAll: all }),
            told('mailer', { handled: numbers.slice(0, others).map((n) => handled(n)), handledInAll: all }),
          ]);
          // All were handled, so that one that seems to wait would be wrong.
          expect(messages.flatMap(({ receptions }) => receptions.map(({ state }) => state))).toEqual(
            messages.map(() => 'handled'),
          );
          expect(messages.every(({ handedOverAfter }) => handedOverAfter === 5)).toBe(true);
          expect(messages).toHaveLength(Math.min(all, some, others));
          expect(messages.length + more).toBe(all);
        },
      ),
    );
  });
});
