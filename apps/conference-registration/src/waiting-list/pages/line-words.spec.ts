import { offerInWords, wantsInWords } from './line-words.js';

const catalogue = { ticketType: new Map([['dinner', { name: 'Civic dinner' }]]) };

describe('what somebody waits for', () => {
  it.each([
    [1, true, '1 place: Civic dinner'],
    [2, true, '2 places, all together: Civic dinner'],
    [3, false, '3 places, or as many as there are: Civic dinner'],
    [0, true, 'Civic dinner'],
  ])('%s, together: %s', (wanted, allTogether, words) => {
    expect(wantsInWords(catalogue, { ticketTypeId: 'dinner', wanted, allTogether })).toBe(words);
  });
});

describe('what they are offered', () => {
  const conference = { zone: 'Europe/London' };

  it('is said with the time until which they can answer', () => {
    const offer = { places: 2, answerUntil: new Date('2026-11-24T17:00:00Z') };
    expect(offerInWords({ conference }, { offer })).toBe('2 places, until Tuesday 24 November 2026, 5pm');
  });

  it('is nothing yet', () => {
    expect(offerInWords({ conference }, { offer: null })).toBe('');
  });
});
