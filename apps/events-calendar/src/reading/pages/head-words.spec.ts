import fc from 'fast-check';
import { eventSample } from '../../events/domain/testing/samples.js';
import { showEvent } from '../domain/shown-event.js';
import { pageTitle, summary } from './head-words.js';

const shown = showEvent(eventSample());

describe('pageTitle', () => {
  it('says first what has happened to an event', () => {
    expect(pageTitle(shown)).toBe('Officer call');
    expect(pageTitle({ ...shown, status: 'cancelled' })).toBe('Cancelled: Officer call');
    expect(pageTitle({ ...shown, status: 'postponed' })).toBe('Postponed: Officer call');
  });

  it('cuts long titles between words', () => {
    expect(pageTitle({ ...shown, title: 'social value '.repeat(40) })).toMatch(/ (?:social|value)…$/);
  });

  it('is never too long and never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const cut = pageTitle({ ...shown, title });
        expect(cut.length).toBeLessThanOrEqual(120);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('summary', () => {
  it('tells when and where, then how the description begins', () => {
    expect(summary(shown, 'News from\n the councils.')).toBe(
      'Tuesday 2 June 2026, 10am to 11am · Online. News from the councils.',
    );
    expect(summary({ ...shown, format: 'in person' }, '')).toBe('Tuesday 2 June 2026, 10am to 11am.');
  });
});
