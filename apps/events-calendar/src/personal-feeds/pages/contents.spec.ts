import { Temporal } from 'temporal-polyfill';
import { contentsInWords } from './contents.js';

const today = Temporal.PlainDate.from('2026-06-01');
const seat = (boardName: string, startsOn: string, endsOn: string | null) => ({
  board: boardName,
  boardName,
  startsOn,
  endsOn,
});
const council = (name: string, status = 'member') => ({ name, status });

describe('contentsInWords', () => {
  it.each([
    [
      null,
      [
        'all public events. Your organisations and boards have not reached the calendar yet; what they give you will appear by itself',
      ],
    ],
    [
      { roles: ['staff'], organisations: [], seats: [] },
      ['every event that is published, as you work for the network'],
    ],
    [
      { roles: [], organisations: [council('Left Council', 'left')], seats: [] },
      ['all public events', 'no events for members, as none of your organisations is a member now'],
    ],
    [
      {
        roles: [],
        organisations: [council('A Council'), council('B Council'), council('Left Council', 'left')],
        seats: [
          seat('First Board', '2026-01-01', '2026-06-01'),
          seat('Past Board', '2024-01-01', '2026-05-31'),
          seat('Next Board', '2026-06-02', null),
        ],
      },
      [
        'all public events',
        'events for members, with how to join them, as you belong to A Council and B Council',
        'meetings of the First Board until 1 June 2026',
        'meetings of the Next Board from 2 June 2026',
      ],
    ],
    [
      { roles: [], organisations: [], seats: [seat('First Board', '2026-01-01', null)] },
      [
        'all public events',
        'events for members, with how to join them, as you sit on a board',
        'meetings of the First Board',
      ],
    ],
  ])('%j', (person, sentences) => {
    expect(contentsInWords(person, today)).toEqual(sentences);
  });
});
