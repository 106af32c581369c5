import { at, samplePerson, sampleProblem, sampleSlot } from '../testing/sample-problem.js';
import { personReasons, shortReasons, shortSlots, tallyOf, whyNot } from './reasons.js';
import { readProblem } from './timetable.js';

const slots = [9, 10, 11].map((hour) => sampleSlot(27, hour, { need: hour === 11 ? 2 : 1 }));
const people = [
  samplePerson('ann', {
    available: [
      { from: at(27, 8), until: at(27, 12) },
      { from: at(27, 9), until: at(27, 10), preferred: true },
    ],
    wishedMinutes: 60,
  }),
  samplePerson('ben', { busy: [{ from: at(27, 11), until: at(27, 12) }] }),
  samplePerson('cat', { passDays: ['2026-09-28'] }),
  samplePerson('dan', { experienced: false }),
];
const rota = [
  { person: 'ann', slot: '27-9' },
  { person: 'ann', slot: '27-10' },
];

describe('reasons', () => {
  const timetable = readProblem(sampleProblem({ people, slots, pinned: rota.slice(0, 1) }));
  const tally = tallyOf(timetable, [...rota, { person: 'nobody', slot: '27-9' }]);

  it('say what is short and why nobody covers it', () => {
    expect(shortSlots(timetable, tally)).toEqual([{ slot: '27-11', places: 2 }]);
    expect(shortReasons(timetable, tally)).toEqual([
      {
        slot: '27-11',
        people: [
          { id: 'ann', why: ['in-a-row'] },
          { id: 'ben', why: ['busy'] },
          { id: 'cat', why: ['no-pass'] },
          { id: 'dan', why: ['first-timer'] },
        ],
      },
    ]);
  });

  it('leave out slots that are past', () => {
    const later = readProblem(sampleProblem({ people, slots, published: rota, settledBefore: at(27, 12) }));
    expect(shortSlots(later, tallyOf(later, rota))).toEqual([]);
    const [ann, ben] = later.members;
    const [nine] = later.shifts;
    expect(ann && nine && whyNot(later, tallyOf(later, rota), ann, nine)).toEqual(['past']);
    expect(ben && nine && whyNot(later, tallyOf(later, rota), ben, nine)).toEqual(['past']);
  });

  it('say what each person got and what kept them out of the rest', () => {
    const [ann, ben, cat, dan] = personReasons(timetable, tally);
    expect(ann).toEqual({
      id: 'ann',
      minutes: 120,
      wishedMinutes: 60,
      possible: 3,
      pinned: 1,
      preferred: 1,
      days: 1,
      against: { 'in-a-row': 1 },
    });
    // At ten he is on his way by the end.
    expect(ben).toMatchObject({ minutes: 0, possible: 1, preferred: null, against: { busy: 2, cover: 1 } });
    expect(cat).toMatchObject({ possible: 0, days: 0, against: { 'no-pass': 3 } });
    expect(dan).toMatchObject({ possible: 3, against: { cover: 2, 'first-timer': 1 } });
  });
});
