import { Temporal } from 'temporal-polyfill';
import { areChangesOver, changesEnd } from './changes-end.js';

const conference = { changesUntil: null, firstDay: '2027-07-08', zone: 'Europe/London' };
const at = (iso: string) => Temporal.Instant.from(iso);

describe('changesEnd', () => {
  it('is when the first day begins, where the conference is', () => {
    expect(changesEnd(conference).toString()).toBe('2027-07-07T23:00:00Z');
    expect(changesEnd({ ...conference, zone: 'Asia/Tokyo' }).toString()).toBe('2027-07-07T15:00:00Z');
  });

  it('is what staff say', () => {
    const changesUntil = at('2027-07-01T16:00:00Z');
    expect(changesEnd({ ...conference, changesUntil })).toBe(changesUntil);
  });

  it('is over from that moment on', () => {
    expect(areChangesOver(conference, at('2027-07-07T22:59:59Z'))).toBe(false);
    expect(areChangesOver(conference, at('2027-07-07T23:00:00Z'))).toBe(true);
  });
});
