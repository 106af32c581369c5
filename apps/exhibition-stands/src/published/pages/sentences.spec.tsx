import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Temporal } from 'temporal-polyfill';
import { YourPasses } from '../../passes/pages/your-passes.js';
import { asSentence, whereAsSentence } from '../domain/words.js';
import type { OwnShift } from '../read-own-shifts.js';
import { NextShift } from './next-shift.js';
import { YourShifts } from './your-shifts.js';

const at = (time: string) => Temporal.Instant.from(`2035-09-23T${time}:00+01:00`);
const place = { name: 'The Arena', address: 'Liverpool' };
const shift = (id: string, isLead: boolean, withWhom: readonly string[]): OwnShift => ({
  assignment: {
    id,
    shiftId: id,
    memberId: 'ada',
    status: 'assigned',
    version: 1,
    toldAt: at('08:00'),
    terms: { start: at('09:00'), end: at('11:00'), label: '', isLead, place, stand: 'Hall 2, stand 14' },
  },
  withWhom,
  clashes: [],
  isOver: false,
  hasBegun: false,
});

type Stand = Parameters<typeof YourShifts>[0]['stand'];
const stand: Stand = {
  member: {} as Stand['member'],
  exhibition: {
    id: 'e',
    title: 'Labour',
    zone: 'Europe/London',
    contacts: [],
  } as unknown as Stand['exhibition'],
  shifts: [shift('one', false, ['Dilip Example']), shift('two', true, [])],
  minutesStood: 0,
};

/** What is read of it: what is beside something else is beside it here, whether or not it is on a line of its own. */
const textOf = (view: VNode): string =>
  renderToString(view)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('what volunteers read', () => {
  it('has a full stop between where they are to be and with whom', () => {
    const next = textOf(<NextShift stand={stand} secret="s" now={at('08:00')} />);
    expect(next).toContain('Hall 2, stand 14, The Arena, Liverpool. With Dilip Example.');
    const all = textOf(<YourShifts stand={stand} secret={null} />);
    expect(all).toContain('Liverpool. With Dilip Example.');
    expect(all).toContain('Liverpool. You lead this shift. Nobody else is on this shift.');
  });

  it('has one between what the host says and what they are to do', () => {
    const pass = { day: '2035-09-23', state: 'refused' as const };
    for (const reason of ['No photo', 'No photo.']) {
      expect(textOf(<YourPasses passes={[{ ...pass, reason }]} />)).toContain(
        'The host says: No photo. You are not let in on this day.',
      );
    }
  });

  it.each([
    ['Hall 2', 'Hall 2.'],
    ['Smith & Co.', 'Smith & Co.'],
    ['They said “no.”', 'They said “no.”'],
    ['Why?', 'Why?'],
    ['A long name…', 'A long name…'],
  ])('“%s” is the sentence “%s”', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });

  it('says so while nobody knows where the stand is', () => {
    expect(whereAsSentence({ place: null, stand: null })).toBe('We will tell you where the stand is.');
  });
});
