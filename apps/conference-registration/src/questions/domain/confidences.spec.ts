import fc from 'fast-check';
import type { Answers } from './answer.js';
import { questionsShown, withheldAnswers, withheldFrom } from './confidences.js';
import type { Question } from './question.js';

const question = (id: string, different: Partial<Question> = {}): Question => ({
  id,
  askedOf: 'delegate',
  kind: 'yes-no',
  label: id,
  hint: null,
  choices: [],
  required: false,
  sensitive: null,
  onlyIf: null,
  ticketTypeIds: [],
  asksApproval: false,
  ...different,
});
const asked = { of: 'delegate', ticketTypeIds: [] } as const;
const shown = (questions: readonly Question[], answers: Answers, withheld: readonly string[]) =>
  questionsShown(questions, asked, answers, new Set(withheld)).map(({ id }) => id);

describe('what was answered in confidence', () => {
  it('is kept from whoever booked where the delegate said it, and from staff in any case', () => {
    const said = new Map([
      ['diet', 'themselves'],
      ['access', 'for-them'],
    ] as const);
    expect([...withheldFrom('booker', said)]).toEqual(['diet']);
    expect([...withheldFrom('staff', said)]).toEqual(['diet', 'access']);
  });

  const needs = question('needs', { sensitive: 'access' });
  const dependent = (required: boolean) =>
    question('which', { kind: 'text', required, onlyIf: { questionId: 'needs', oneOf: ['yes'] } });

  it('is not given away by a question that hangs on it', () => {
    expect(shown([needs, dependent(false)], new Map([['needs', 'yes']]), ['needs'])).toEqual([]);
    expect(shown([needs, dependent(false)], new Map([['needs', 'yes']]), [])).toEqual(['needs', 'which']);
  });

  it('keeps nobody from answering what still has to be answered', () => {
    expect(shown([needs, dependent(true)], new Map([['needs', 'yes']]), ['needs'])).toEqual(['which']);
    expect(shown([needs, dependent(true)], new Map([['needs', 'no']]), ['needs'])).toEqual([]);
    expect(
      shown(
        [needs, dependent(true)],
        new Map([
          ['needs', 'yes'],
          ['which', 'A ramp'],
        ] as const),
        ['needs'],
      ),
    ).toEqual([]);
  });

  it('stays, all of it and nothing else', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, ids, (answered, withheld) => {
        const answers = new Map(answered.map((id) => [id, `said ${id}`]));
        const kept = withheldAnswers(answers, new Set(withheld));
        expect([...kept.keys()].toSorted()).toEqual(
          answered.filter((id) => withheld.includes(id)).toSorted(),
        );
        for (const [id, answer] of kept) expect(answer).toBe(answers.get(id));
      }),
    );
  });
});
