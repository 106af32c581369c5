import fc from 'fast-check';
import { markChanges } from './list-changes.js';
import type { RoomingLine } from './rooming-line.js';

const line = (sleeperId: string, more: Partial<RoomingLine> = {}): RoomingLine => ({
  sleeperId,
  key: 'TW-01',
  type: 'TW',
  arrives: '2035-03-11',
  leaves: '2035-03-16',
  title: '',
  forename: 'Robin',
  surname: 'Example',
  pax: 'Delegate',
  note: '',
  ...more,
});
const marks = (now: readonly RoomingLine[], sent: readonly RoomingLine[] | null) =>
  markChanges(now, sent).map((each) => `${each.line.sleeperId} ${each.mark}`);

describe('what changed since a list was sent', () => {
  it('marks nothing where none was sent', () => {
    expect(marks([line('a')], null)).toEqual(['a same']);
  });

  it('tells who is new, who is gone, and who is elsewhere', () => {
    const sent = [line('a'), line('b'), line('c')];
    const now = [line('a'), line('b', { key: 'SG-01', type: 'SG' }), line('d')];
    expect(marks(now, sent)).toEqual(['a same', 'b changed', 'd new', 'c gone']);
    expect(markChanges(now, sent)[1]?.before).toEqual(line('b'));
  });

  it('takes somebody with two stays for the same where they are the same', () => {
    const [early, late] = [line('a', { leaves: '2035-03-12' }), line('a', { arrives: '2035-03-14' })];
    expect(marks([late], [early, late])).toEqual(['a same', 'a gone']);
  });

  it('loses no line of either list', () => {
    const some = fc.array(
      fc
        .tuple(
          fc.constantFrom('a', 'b', 'c'),
          fc.constantFrom('1', '2'),
          fc.constantFrom('2035-03-11', '2035-03-12'),
        )
        .map(([id, key, arrives]) => line(id, { key, arrives })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, some, (now, sent) => {
        const marked = markChanges(now, sent);
        expect(marked.filter(({ mark }) => mark !== 'gone').map((each) => each.line)).toEqual(now);
        const told = marked.filter(({ mark }) => mark !== 'new').length;
        expect(told).toBe(sent.length);
      }),
    );
  });
});
