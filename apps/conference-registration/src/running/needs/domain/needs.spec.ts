import type { TicketType } from '../../../catalogue/domain/catalogue.js';
import { sampleTicket } from '../../../catalogue/domain/testing/sample-catalogue.js';
import { countNeeds, type Attending, type CountedQuestion } from './needs.js';

const ticket = (id: string, days: readonly string[] = [], kind: TicketType['kind'] = 'ticket') =>
  sampleTicket({ id, name: id, kind, days });

const types = [
  ticket('both'),
  ticket('first', ['2035-10-09']),
  ticket('dinner', [], 'add-on'),
  ticket('nobody'),
];
const days = ['2035-10-09', '2035-10-10'];

const question = (different: Partial<CountedQuestion>): CountedQuestion => ({
  id: 'q',
  label: 'What do you eat?',
  kind: 'several',
  choices: ['Vegan', 'Halal', 'No nuts'],
  ticketTypeIds: [],
  ...different,
});

const one = (
  ticketTypeIds: readonly string[],
  answer?: Attending['answers'] extends ReadonlyMap<string, infer A> ? A : never,
) => ({
  ticketTypeIds,
  answers: new Map(answer === undefined ? [] : [['q', answer] as const]),
});

describe('what those who come need', () => {
  it('is counted by day and by ticket, several answers each by itself', () => {
    const needs = countNeeds(
      types,
      days,
      [question({})],
      [one(['both', 'dinner'], ['Vegan', 'No nuts']), one(['first'], ['Vegan']), one(['both'])],
    );
    expect(needs.tickets.map(({ id }) => id)).toEqual(['both', 'first', 'dinner']);
    expect(needs.questions[0]?.counts).toEqual([
      { words: 'Vegan', all: 2, byDay: [2, 1], byTicket: [1, 1, 1] },
      { words: 'Halal', all: 0, byDay: [0, 0], byTicket: [0, 0, 0] },
      { words: 'No nuts', all: 1, byDay: [1, 1], byTicket: [1, 0, 1] },
      { words: 'Nothing said', all: 1, byDay: [1, 1], byTicket: [1, 0, 0] },
    ]);
    expect(needs.questions[0]?.asked).toMatchObject({ all: 3, byDay: [3, 2] });
  });

  it('lists free texts once each, by the alphabet', () => {
    const needs = countNeeds(
      types,
      days,
      [question({ kind: 'text', choices: [] })],
      [one(['both'], 'nuts '), one(['both'], 'nuts'), one(['both'], 'A lift, please')],
    );
    expect(needs.questions[0]?.counts.map(({ words, all }) => [words, all])).toEqual([
      ['A lift, please', 1],
      ['nuts', 2],
    ]);
  });

  it('keeps what was chosen and is a choice no more, and names no file', () => {
    const [choice, file] = countNeeds(
      types,
      days,
      [question({ kind: 'choice', choices: ['Vegan'] }), question({ kind: 'file', choices: [] })],
      [one(['both'], 'Kosher')],
    ).questions;
    expect(choice?.counts.map(({ words, all }) => [words, all])).toEqual([
      ['Vegan', 0],
      ['Kosher', 1],
    ]);
    expect(file?.counts).toHaveLength(1);
    const handed = countNeeds(
      types,
      days,
      [question({ kind: 'file', choices: [] })],
      [one(['both'], { fileId: 'f', name: 'Ann Example.pdf' })],
    );
    expect(handed.questions[0]?.counts.map(({ words }) => words)).toEqual(['A file was handed in']);
  });

  it('leaves out those who are not asked', () => {
    const [counted] = countNeeds(
      types,
      days,
      [question({ ticketTypeIds: ['dinner'] })],
      [one(['both', 'dinner'], ['Vegan']), one(['both'], ['Vegan'])],
    ).questions;
    expect(counted?.asked.all).toBe(1);
    expect(counted?.counts[0]?.all).toBe(1);
  });
});
