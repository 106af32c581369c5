import fc from 'fast-check';
import { answerInWords, type Answer, type Answers } from './answer.js';
import { askedQuestions, type Asked } from './asked.js';
import { asksApprovalAgain, changedAnswers } from './changed-answers.js';
import { answerField, checkAnswers } from './check-answers.js';
import type { QuestionKind } from './kinds.js';
import type { Question } from './question.js';

const question = (id: string, different: Partial<Question> = {}): Question => ({
  id,
  askedOf: 'delegate',
  kind: 'text',
  label: `Question ${id}`,
  hint: null,
  choices: [],
  required: false,
  sensitive: null,
  onlyIf: null,
  ticketTypeIds: [],
  asksApproval: false,
  ...different,
});

const delegate = { of: 'delegate', ticketTypeIds: ['in-person'] } as const;
const answers = (given: Record<string, Answer>): Answers => new Map(Object.entries(given));
const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);

/** The required questions that are asked and not answered. */
const unanswered = (questions: readonly Question[], asked: Asked, given: Answers) =>
  askedQuestions(questions, asked, given).filter(({ id, required }) => required && !given.has(id));

const dinner = [
  question('diet?', { kind: 'yes-no', required: true }),
  question('diet', {
    kind: 'several',
    choices: ['Vegan', 'Halal', 'Other'],
    required: true,
    onlyIf: { questionId: 'diet?', oneOf: ['yes'] },
  }),
  question('other', { required: true, onlyIf: { questionId: 'diet', oneOf: ['Other'] } }),
];

describe('which questions are asked', () => {
  it('leaves out those for bookings and for other tickets', () => {
    const all = [
      question('a', { askedOf: 'booking' }),
      question('b', { ticketTypeIds: ['online'] }),
      question('c', { ticketTypeIds: ['online', 'in-person'] }),
      question('d'),
    ];
    expect(ids(askedQuestions(all, delegate, new Map()))).toEqual(['c', 'd']);
    expect(ids(askedQuestions(all, { of: 'booking', ticketTypeIds: [] }, new Map()))).toEqual(['a']);
  });

  it('asks what hangs on an answer, link by link', () => {
    expect(ids(askedQuestions(dinner, delegate, new Map()))).toEqual(['diet?']);
    expect(ids(askedQuestions(dinner, delegate, answers({ 'diet?': 'yes' })))).toEqual(['diet?', 'diet']);
    const other = answers({ 'diet?': 'yes', diet: ['Vegan', 'Other'] });
    expect(ids(askedQuestions(dinner, delegate, other))).toEqual(['diet?', 'diet', 'other']);
    const no = answers({ 'diet?': 'no', diet: ['Other'] });
    expect(ids(askedQuestions(dinner, delegate, no))).toEqual(['diet?']);
  });
});

describe('what was answered', () => {
  const check = (questions: readonly Question[], given: Record<string, Answer>) =>
    checkAnswers(questions, delegate, answers(given), 'complete');

  it('is kept in one form, and only where it was asked', () => {
    const checked = check(dinner, { 'diet?': 'yes', diet: ['Halal', 'Vegan', 'Halal'], other: 'x', no: 'y' });
    expect(checked).toEqual({ ok: true, value: answers({ 'diet?': 'yes', diet: ['Vegan', 'Halal'] }) });
  });

  it('must be there where it is required and asked', () => {
    expect(check(dinner, {})).toEqual({
      ok: false,
      problems: [{ field: 'answers.diet?', code: 'missing', message: '“Question diet?”: choose yes or no.' }],
    });
    expect(check(dinner, { 'diet?': 'no' }).ok).toBe(true);
    expect(check(dinner, { 'diet?': 'yes', diet: [] })).toMatchObject({
      problems: [{ field: 'answers.diet', code: 'missing' }],
    });
    expect(checkAnswers(dinner, delegate, new Map(), 'so-far')).toEqual({ ok: true, value: new Map() });
  });

  it.each<[QuestionKind, string, Answer]>([
    ['text', 'unprintable-character', 'a\nb'],
    ['text', 'too-long', 'x'.repeat(201)],
    ['text', 'not-text', ['a', 'b']],
    ['long-text', 'too-long', 'x'.repeat(2001)],
    ['choice', 'unknown-choice', 'Beef'],
    ['choice', 'unknown-choice', ['Vegan', 'Halal']],
    ['several', 'unknown-choice', ['Vegan', 'Beef']],
    ['yes-no', 'unknown-choice', 'Yes'],
    ['file', 'not-a-file', 'a name'],
    ['text', 'not-text', { fileId: 'f', name: 'n' }],
  ])('%s: %s', (kind, code, answer) => {
    const one = question('q', { kind, choices: ['Vegan', 'Halal'] });
    expect(check([one], { q: answer })).toMatchObject({
      ok: false,
      problems: [{ field: answerField('q'), code, message: expect.stringContaining('“Question q”') }],
    });
  });

  it('is shown in words', () => {
    expect(answerInWords({ kind: 'yes-no' }, 'no')).toBe('No');
    expect(answerInWords({ kind: 'choice' }, 'no')).toBe('no');
    expect(answerInWords({ kind: 'several' }, ['Vegan', 'Halal'])).toBe('Vegan, Halal');
    expect(answerInWords({ kind: 'file' }, { fileId: 'f', name: 'letter.pdf' })).toBe('letter.pdf');
  });
});

describe('what was changed', () => {
  const all = [question('a', { asksApproval: true }), question('b'), question('f', { kind: 'file' })];

  it('is each answer that is new, other or gone', () => {
    const before = answers({ a: 'x', b: 'y', f: { fileId: '1', name: 'one' } });
    const after = answers({ a: 'x', f: { fileId: '2', name: 'one' } });
    expect(ids(changedAnswers(all, before, after))).toEqual(['b', 'f']);
    expect(asksApprovalAgain(all, before, after)).toBe(false);
    expect(asksApprovalAgain(all, before, answers({ b: 'y' }))).toBe(true);
  });
});

describe('whatever is asked and answered', () => {
  const choices = ['A', 'B', 'C'];
  const some = fc
    .array(
      fc.record({
        kind: fc.constantFrom<QuestionKind>('text', 'choice', 'several', 'yes-no', 'long-text'),
        required: fc.boolean(),
        ticket: fc.constantFrom(null, 'in-person', 'online'),
        hangsOn: fc.option(fc.nat({ max: 9 })),
        oneOf: fc.subarray([...choices, 'yes', 'no'], { minLength: 1 }),
      }),
      { maxLength: 10 },
    )
    .map((made) =>
      made.map(({ kind, required, ticket, hangsOn, oneOf }, index) =>
        question(String(index), {
          kind,
          required,
          choices: kind === 'choice' || kind === 'several' ? choices : [],
          ticketTypeIds: ticket === null ? [] : [ticket],
          onlyIf: hangsOn === null ? null : { questionId: String(hangsOn), oneOf },
        }),
      ),
    );
  const word = fc.oneof(fc.constantFrom(...choices, 'yes', 'no', ''), fc.string());
  const given = fc.dictionary(
    fc.nat({ max: 11 }).map(String),
    fc.oneof(word, fc.array(word, { maxLength: 3 })),
  );

  it('what is accepted is complete, asked, and accepted again as it is', () => {
    fc.assert(
      fc.property(some, given, (questions, sent) => {
        const checked = checkAnswers(questions, delegate, answers(sent), 'complete');
        if (!checked.ok) {
          expect(checked.problems.length).toBeGreaterThan(0);
          return;
        }
        const asked = new Set(ids(askedQuestions(questions, delegate, checked.value)));
        for (const id of checked.value.keys()) expect(asked.has(id)).toBe(true);
        expect(unanswered(questions, delegate, checked.value)).toEqual([]);
        expect(checkAnswers(questions, delegate, checked.value, 'complete')).toEqual(checked);
        expect(changedAnswers(questions, checked.value, new Map(checked.value))).toEqual([]);
      }),
    );
  });

  it('what is kept so far is a part of what was given, whatever is still missing', () => {
    fc.assert(
      fc.property(some, given, (questions, sent) => {
        const optional = questions.map((one) => ({ ...one, required: false }));
        const soFar = checkAnswers(questions, delegate, answers(sent), 'so-far');
        expect(soFar).toEqual(checkAnswers(optional, delegate, answers(sent), 'complete'));
      }),
    );
  });
});
