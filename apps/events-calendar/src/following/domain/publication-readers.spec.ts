import fc from 'fast-check';
import { publicationReaders, type FollowKnown } from './publication-readers.js';

const at = (second: number) => new Date(second * 1000);
const series = (personId: string, since: number): FollowKnown => ({
  personId,
  eventId: null,
  since: at(since),
});
const event = (personId: string, eventId: string, since: number): FollowKnown => ({
  personId,
  eventId,
  since: at(since),
});
const publications = [
  { eventId: 'a', heardAt: at(10) },
  { eventId: 'b', heardAt: at(20) },
];

describe('whom publications are told to', () => {
  it('are those who followed the series by then, each of all that is new to them', () => {
    const follows = [series('early', 1), series('also early', 10), series('between', 15), series('late', 21)];
    expect(publicationReaders(publications, follows).ofSeries).toEqual([
      { eventIds: ['a', 'b'], people: ['early', 'also early'] },
      { eventIds: ['b'], people: ['between'] },
    ]);
  });

  it('are not those who began to follow the event itself since then', () => {
    const follows = [series('keen', 1), event('keen', 'a', 11)];
    const { ofSeries, ofDates } = publicationReaders(publications, follows);
    expect(ofSeries).toEqual([{ eventIds: ['b'], people: ['keen'] }]);
    expect(ofDates).toEqual(new Map());
  });

  it('are those to whom an event came with later dates, apart from the series', () => {
    const follows = [event('dated', 'b', 1), series('both', 1), event('both', 'b', 1)];
    const { ofSeries, ofDates } = publicationReaders(publications, follows);
    expect(ofSeries).toEqual([{ eventIds: ['a'], people: ['both'] }]);
    expect(ofDates).toEqual(new Map([['b', ['dated', 'both']]]));
  });

  it('are told of no event twice, and get one mail at most of a series', () => {
    const people = fc.constantFrom('p', 'q', 'r');
    const seconds = fc.integer({ min: 0, max: 30 });
    const follow = fc.record({
      personId: people,
      eventId: fc.constantFrom(null, 'a', 'b'),
      since: seconds.map(at),
    });
    const follows = fc.uniqueArray(follow, {
      selector: ({ personId, eventId }) => `${personId} ${eventId}`,
      maxLength: 9,
    });
    fc.assert(
      fc.property(follows, (all) => {
        const { ofSeries, ofDates } = publicationReaders(publications, all);
        const grouped = ofSeries.flatMap((group) => group.people);
        expect(new Set(grouped).size).toBe(grouped.length);
        const told = [
          ...ofSeries.flatMap((group) => group.people.flatMap((who) => group.eventIds.map((id) => who + id))),
          ...[...ofDates].flatMap(([id, readers]) => readers.map((who) => who + id)),
        ];
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });
});
