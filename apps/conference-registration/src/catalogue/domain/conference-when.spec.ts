import { whenInWords } from '#ui';
import { conferenceWhen } from './conference-when.js';

const dated = { firstDay: '2027-07-08', lastDay: '2027-07-09', zone: 'Europe/London' } as const;

describe('when a conference is', () => {
  it('goes from the first opening to the last closing where both are settled', () => {
    const days = [
      { date: '2027-07-08', opens: '10:00', closes: '17:00' },
      { date: '2027-07-09', opens: '09:30', closes: '15:30' },
    ];
    expect(whenInWords(conferenceWhen({ ...dated, days }))).toBe(
      'Thursday 8 July, 10am to Friday 9 July 2027, 3.30pm',
    );
  });

  it.each([
    [[]],
    [[{ date: '2027-07-08', opens: '10:00', closes: '17:00' }]],
    [
      [
        { date: '2027-07-08', opens: null, closes: null },
        { date: '2027-07-09', opens: '09:30', closes: '15:30' },
      ],
    ],
  ])('is its whole days otherwise: %j', (days) => {
    expect(whenInWords(conferenceWhen({ ...dated, days }))).toBe('Thursday 8 to Friday 9 July 2027');
  });
});
