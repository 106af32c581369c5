import { describe, expect, it } from '@jest/globals';
import type { VisitFacts } from '#contracts';
import { validateDetails } from '../../events/domain/details.js';
import { accepted } from '../../events/domain/errors.js';
import { detailsOf } from '../../shown/domain/shown-thing.js';
import { visitThing } from './visit-event.js';

const facts: VisitFacts = {
  id: '019a8d5e-0000-7000-8000-000000000001',
  slug: 'mondragon-2035',
  title: 'Study visit to Mondragón',
  status: 'announced',
  statusReason: null,
  summary: 'How a *valley* works.',
  region: 'Basque Country',
  when: { zone: 'Europe/Madrid', firstDay: '2035-03-11', lastDay: '2035-03-16' },
  applications: { openAt: '2034-09-01T08:00:00Z', closeAt: '2034-11-30T12:00:00Z' },
  path: '/visits/mondragon-2035',
  version: 1,
};
const address = 'https://events.example.org/visits/mondragon-2035';

describe('a study visit in the calendar', () => {
  it('is whole days, with where it goes, when one can apply, and the way to its page', () => {
    const { details, ...thing } = visitThing(facts, address);
    expect(thing).toMatchObject({ status: 'published', statusReason: null, uidPrefix: 'visit' });
    expect(details).toMatchObject({
      kind: 'study visit',
      place: { name: 'Basque Country' },
      audience: 'public',
    });
    expect(details.when).toMatchObject({ type: 'all-day', zone: 'Europe/Madrid' });
    expect(details.description).toBe(
      [
        String.raw`How a \*valley\* works.`,
        'One can apply for a place from Friday 1 September 2034, 9am until Thursday 30 November 2034, 12 noon.',
        `[What it is about, what it costs, and the way to apply](${address})`,
      ].join('\n\n'),
    );
    const whole = detailsOf(visitThing(facts, address));
    expect(validateDetails({ ...whole, when: accepted(whole.when) }).ok).toBe(true);
  });

  it('is called off with a reason, and takes place in any other state', () => {
    const off = visitThing({ ...facts, status: 'cancelled', statusReason: 'Too few applied.' }, address);
    expect([off.status, off.statusReason]).toEqual(['cancelled', 'Too few applied.']);
    for (const status of ['announced', 'confirmed', 'over'] as const) {
      expect(visitThing({ ...facts, status }, address).status).toBe('published');
    }
  });
});
