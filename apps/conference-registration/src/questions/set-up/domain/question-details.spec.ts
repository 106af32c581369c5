import fc from 'fast-check';
import { questionKinds } from '../../domain/kinds.js';
import {
  answersOf,
  checkChange,
  checkQuestion,
  orderProblem,
  type QuestionInput,
  type SetUpQuestion,
} from './question-details.js';

const question: QuestionInput = {
  askedOf: 'delegate',
  kind: 'choice',
  label: ' What do  you eat? ',
  hint: '',
  choices: ['Everything', ' Vegan ', ''],
  required: false,
  sensitive: '',
  onlyIf: null,
  ticketTypeIds: [],
  asksApproval: false,
};

const setUp = (id: string, different: Partial<SetUpQuestion> = {}): SetUpQuestion => ({
  askedOf: 'delegate',
  kind: 'yes-no',
  label: `Question ${id}`,
  hint: null,
  choices: [],
  required: false,
  sensitive: null,
  onlyIf: null,
  ticketTypeIds: [],
  asksApproval: false,
  id,
  position: 1,
  isRetired: false,
  version: 1,
  ...different,
});

const around = { tickets: [{ id: 't', name: 'Both days' }], earlier: [setUp('q')] };
const codesOf = (different: Partial<QuestionInput>) => {
  const checked = checkQuestion({ ...question, ...different }, around);
  return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

it('is tidied, and has choices only where it is answered by choosing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionKinds), (kind) => {
      const checked = checkQuestion({ ...question, kind }, around);
      const isChosen = kind === 'choice' || kind === 'several';
      expect(checked).toMatchObject({
        ok: true,
        value: { label: 'What do you eat?', choices: isChosen ? ['Everything', 'Vegan'] : [] },
      });
    }),
  );
});

it.each([
  [{ label: '' }, 'label missing'],
  [{ askedOf: 'everybody' }, 'askedOf unknown-choice'],
  [{ kind: 'number' }, 'kind unknown-choice'],
  [{ sensitive: 'secret' }, 'sensitive unknown-choice'],
  [{ choices: ['One'] }, 'choices too-few-choices'],
  [{ choices: ['One', 'x'.repeat(201)] }, 'choices too-long'],
  [{ choices: ['One', 'One '] }, 'choices choice-twice'],
  [{ ticketTypeIds: ['another conference’s'] }, 'ticketTypeIds unknown-ticket'],
  [{ onlyIf: { questionId: 'later', oneOf: ['yes'] } }, 'onlyIf not-an-earlier-question'],
  [{ onlyIf: { questionId: 'q', oneOf: [] } }, 'onlyIf unknown-answer'],
  [{ onlyIf: { questionId: 'q', oneOf: ['yes', 'perhaps'] } }, 'onlyIf unknown-answer'],
  [{ askedOf: 'booking', onlyIf: { questionId: 'q', oneOf: ['yes'] } }, 'onlyIf not-an-earlier-question'],
])('%j is refused', (different, problem) => {
  expect(codesOf(different)).toEqual([problem]);
});

it('hangs on no question that is not asked any more, or is not answered by choosing', () => {
  const onlyIf = { questionId: 'q', oneOf: ['yes'] };
  for (const earlier of [setUp('q', { isRetired: true }), setUp('q', { kind: 'text' })]) {
    expect(checkQuestion({ ...question, onlyIf }, { ...around, earlier: [earlier] }).ok).toBe(false);
  }
  expect(checkQuestion({ ...question, onlyIf }, around)).toMatchObject({ ok: true, value: { onlyIf } });
});

describe('a change', () => {
  const before = setUp('q', { kind: 'choice', choices: ['A', 'B', 'C'], sensitive: 'dietary' });

  it('of the choices is refused exactly where it takes away one that was chosen or that another question hangs on', () => {
    const some = fc.subarray(['A', 'B', 'C']);
    fc.assert(
      fc.property(some, some, some, (kept, chosen, oneOf) => {
        const later = oneOf.length === 0 ? [] : [setUp('r', { onlyIf: { questionId: 'q', oneOf } })];
        const problems = checkChange(
          before,
          { ...before, choices: kept },
          { isAnswered: chosen.length > 0, chosen },
          later,
        );
        const isSound = [...chosen, ...oneOf].every((choice) => kept.includes(choice));
        expect(problems.length === 0).toBe(isSound);
      }),
    );
  });

  it('of kind, whom it is asked of or confidence is refused once it is answered', () => {
    const changes = [{ kind: 'text' }, { askedOf: 'booking' }, { sensitive: null }] as const;
    for (const change of changes) {
      const after = { ...before, ...change };
      expect(checkChange(before, after, { isAnswered: false, chosen: [] }, [])).toEqual([]);
      expect(checkChange(before, after, { isAnswered: true, chosen: [] }, [])).toMatchObject([
        { code: 'answered' },
      ]);
    }
  });
});

it('an order will do exactly where no question comes before the one that it hangs on', () => {
  const questions = [
    setUp('a'),
    setUp('b', { onlyIf: { questionId: 'a', oneOf: ['yes'] } }),
    setUp('c', { onlyIf: { questionId: 'b', oneOf: ['yes'] } }),
    setUp('d'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(questions, { minLength: 4 }), (order) => {
      const at = (id: string) => order.findIndex((each) => each.id === id);
      expect(orderProblem(order) === null).toBe(at('a') < at('b') && at('b') < at('c'));
    }),
  );
});

it('answers that others may hang on are those of choosing', () => {
  expect(answersOf({ kind: 'yes-no', choices: [] })).toEqual(['yes', 'no']);
  expect(answersOf({ kind: 'several', choices: ['A'] })).toEqual(['A']);
  expect(answersOf({ kind: 'text', choices: ['A'] })).toEqual([]);
});
