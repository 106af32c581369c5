import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { form } from '#ui';
import type { Answer, Answers } from '../domain/answer.js';
import { checkAnswers } from '../domain/check-answers.js';
import { questionKinds } from '../domain/kinds.js';
import type { Question } from '../domain/question.js';
import { QuestionFields } from './question-fields.js';
import { answerValues, readAnswers, removalField } from './read-answers.js';

const choices = ['Vegan', 'Halal', '“Other” & <b>more</b>'];

const questions: readonly Question[] = questionKinds.map((kind) => ({
  id: kind,
  askedOf: 'delegate',
  kind,
  label: `A ${kind} question?`,
  hint: kind === 'text' ? 'A <i>hint</i>' : null,
  choices: kind === 'choice' || kind === 'several' ? choices : [],
  required: kind === 'choice',
  sensitive: null,
  onlyIf: kind === 'file' ? { questionId: 'yes-no', oneOf: ['yes'] } : null,
  ticketTypeIds: [],
  asksApproval: false,
}));

const file = { fileId: '01970000-0000-7000-8000-000000000001', name: 'letter.pdf' };

function html(answers: Answers, kept: Answers = new Map()): string {
  return renderToString(
    <QuestionFields questions={questions} form={form(answerValues(answers))} kept={kept} />,
  );
}

describe('questions as fields', () => {
  it('have a label each, say what is optional, and escape what staff wrote', () => {
    const page = html(new Map());
    for (const { label } of questions) expect(page).toContain(label);
    expect(page).toContain('A text question? (optional)');
    expect(page).not.toContain('A choice question? (optional)');
    expect(page).not.toMatch(/<[bi]>/);
  });

  it('say what they hang on, for those without scripts', () => {
    const page = html(new Map());
    expect(page).toContain('Only if you answered “Yes” to “A yes-no question?”:');
    expect(page).toContain('data-only-if="answers.yes-no"');
    expect(page).toContain('data-one-of="[&quot;yes&quot;]"');
  });

  it('show what was answered', () => {
    const page = html(
      new Map<string, Answer>([
        ['text', 'a & b'],
        ['choice', 'Halal'],
        ['several', ['Vegan']],
      ]),
      new Map([['file', file]]),
    );
    expect(page).toContain('value="a &amp; b"');
    expect(page.match(/<input[^>]*\bchecked\b/g)).toHaveLength(2);
    expect(page).toContain('Handed in: letter.pdf.');
  });

  it('use a list for many choices', () => {
    const many = Array.from({ length: 9 }, (_, index) => `Choice ${index}`);
    const question = questions.find(({ kind }) => kind === 'choice');
    if (question === undefined) throw new Error('there is no such question');
    const one = { ...question, choices: many };
    const page = renderToString(<QuestionFields questions={[one]} form={form()} kept={new Map()} />);
    expect(page).toContain('<select');
  });
});

describe('what a form said', () => {
  const answers = fc.record(
    {
      text: fc.string({ minLength: 1 }),
      'long-text': fc.string({ minLength: 1 }),
      choice: fc.constantFrom(...choices),
      several: fc.subarray(choices, { minLength: 1 }),
      'yes-no': fc.constantFrom('yes', 'no'),
      file: fc.constant(file),
    },
    { requiredKeys: ['choice'] },
  );

  it('is read as it was shown', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const asked = { of: 'delegate', ticketTypeIds: [] } as const;
        const checked = checkAnswers(questions, asked, new Map(Object.entries(given)), 'complete');
        if (!checked.ok) return;
        const read = readAnswers(questions, answerValues(checked.value), checked.value);
        expect(checkAnswers(questions, asked, read, 'complete')).toEqual(checked);
      }),
    );
  });

  it('takes a file back where that is asked', () => {
    const kept = new Map([['file', file]]);
    expect(readAnswers(questions, {}, kept).get('file')).toEqual(file);
    expect(readAnswers(questions, { [removalField('file')]: 'yes' }, kept).has('file')).toBe(false);
  });

  it('does not make a file of what is typed', () => {
    expect(readAnswers(questions, { 'answers.file': 'x' }, new Map()).has('file')).toBe(false);
  });
});
