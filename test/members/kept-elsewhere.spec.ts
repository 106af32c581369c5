import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { Temporal } from 'temporal-polyfill';
import { keptDays as guestsKept } from '../../apps/conference-registration/src/guests/forget-guests.schedule.js';
import {
  booksKeptFrom,
  peopleKeptFrom,
} from '../../apps/conference-registration/src/retention/domain/kept-for.js';
import { keptDays as answersKept } from '../../apps/conference-registration/src/running/needs/domain/retention.js';
import { PrivacyView } from '../../apps/members/src/retention/pages/privacy.view.js';

const day = Temporal.PlainDate.from('2030-06-15');
const yearsBefore = (from: Temporal.PlainDate) => from.until(day, { largestUnit: 'year' }).years;

describe('what people are told of how long other services keep what is theirs', () => {
  const html = render(h(PrivacyView, {}));

  it.each([
    ['those who book, come and wait', `${yearsBefore(peopleKeptFrom(day))} years after the conference`],
    ['answers about meals, access and health', `${answersKept} days after the conference`],
    ['guests who asked', `${guestsKept} days after the request`],
    ['documents and payments', `${yearsBefore(booksKeptFrom(day))} years after they were issued`],
  ])('is what conference registration does: %s', (_what, period) => {
    expect(html).toContain(period);
  });
});
