import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { actorOf } from '#platform';
import {
  allValues,
  Checkboxes,
  dateField,
  DateInput,
  dateNames,
  field,
  form,
  Input,
  pickFields,
  readDay,
  readVersion,
  refusedFields,
  Select,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { ReadBudget } from '../../budget/read-budget.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { expensePath } from '../addresses.js';
import { DecideExpense, type Deciding } from '../decide-expense.js';
import { stateAfter } from '../domain/steps.js';
import type { KeptExpense } from '../expense-of.js';
import { bothInWords } from '../in-words.js';
import { ReadExpenses, type ListedExpense } from '../read-expenses.js';
import { WhyField } from './expense-fields.js';

/** What staff decide. */
export type Decision = 'agree' | 'refuse' | 'pay' | 'reopen';

interface Words {
  readonly heading: string;
  readonly save: string;
  readonly done: string;
  readonly names: readonly string[];
  readonly isWarning?: boolean;
}

const words: Readonly<Record<Decision, Words>> = {
  agree: {
    heading: 'Agree to an expense',
    save: 'Agree to it',
    done: 'Agreed. It counts in the budget now.',
    names: ['budgetLineId', 'sharers'],
  },
  refuse: {
    heading: 'Refuse an expense',
    save: 'Refuse it',
    done: 'Refused. Whoever claims it has a mail that says why.',
    names: ['why'],
    isWarning: true,
  },
  pay: {
    heading: 'Note that an expense is paid back',
    save: 'Note it',
    done: 'Noted as paid back. Whoever claimed it has a mail.',
    names: [...dateNames('on'), 'reference'],
  },
  reopen: {
    heading: 'Go back on what was decided',
    save: 'Go back on it',
    done: 'The last decision is gone back on.',
    names: ['why'],
    isWarning: true,
  },
};

/** Which expense of which visit a browser asks about. */
export interface DecisionRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visitId: string;
  readonly id: string;
}

/** The forms on which staff decide about an expense. */
@Injectable()
export class DecideForms {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly expenses: ReadExpenses,
    private readonly travellers: ReadTravellers,
    private readonly budget: ReadBudget,
    private readonly deciding: DecideExpense,
  ) {}

  async show(decision: Decision, asked: DecisionRequest) {
    const { visit, expense } = await this.find(asked);
    const back = expensePath(visit.id, expense.id);
    const actor = actorOf(asked.request);
    if (stateAfter(decision, expense) === null || (await this.deciding.mayNot(expense, actor)) !== null) {
      return this.site.redirect(asked.reply, back, {
        type: 'important',
        text: (await this.deciding.mayNot(expense, actor)) ?? 'It stands otherwise by now. Look at it again.',
      });
    }
    const values: SubmittedValues =
      decision === 'agree' ? { budgetLineId: expense.budgetLineId ?? '', sharers: expense.sharerIds } : {};
    return this.ask(decision, asked, visit, expense, form(values));
  }

  async save(decision: Decision, asked: DecisionRequest) {
    const { request, reply, visitId, id } = asked;
    const sent = submittedValues(request.body);
    const values = pickFields(sent, words[decision].names);
    const version = readVersion(sent);
    const path = expensePath(visitId, id);
    try {
      await this.run(decision, { actor: actorOf(request), visitId, id, version }, values);
      return await this.site.redirect(reply, path, { type: 'success', text: words[decision].done });
    } catch (error) {
      if (isProblem(error, 409)) {
        return this.site.redirect(reply, path, { type: 'important', text: error.detail });
      }
      const errors = refusedFields(error, words[decision].names);
      const { visit, expense } = await this.find(asked);
      return this.ask(
        decision,
        asked,
        visit,
        { ...expense, version: version ?? expense.version },
        form(values, errors),
      );
    }
  }

  private run(decision: Decision, which: Deciding, values: SubmittedValues): Promise<KeptExpense> {
    if (decision === 'agree') {
      const sharers = allValues(values, 'sharers');
      return this.deciding.agree(which, { budgetLineId: textIn(values, 'budgetLineId'), sharers });
    }
    if (decision === 'pay') {
      const on = readDay(values, 'on', 'the day on which it was paid back');
      return this.deciding.pay(which, { on, reference: textIn(values, 'reference') });
    }
    return this.deciding[decision](which, textIn(values, 'why'));
  }

  private async find({ request, visitId, id }: DecisionRequest) {
    const visit = await this.visits.byId(visitId);
    const arrived = { visit, traveller: null, actor: actorOf(request) };
    return { visit, expense: await this.expenses.one(arrived, id) };
  }

  private async ask(
    decision: Decision,
    { request, reply }: DecisionRequest,
    visit: Visit,
    expense: ListedExpense,
    shown: Form,
  ) {
    const { heading, save, isWarning = false } = words[decision];
    return sendForm(this.site, request, reply, {
      heading,
      title: `${heading}: ${visit.title}`,
      back: expensePath(visit.id, expense.id),
      backText: `Expense ${expense.number}`,
      action: expensePath(visit.id, expense.id, decision),
      form: shown,
      hidden: { version: String(expense.version) },
      saveLabel: save,
      isWarning,
      children: (
        <>
          <p class="govuk-body">
            No. {expense.number}, <bdi>{expense.what}</bdi>: {bothInWords(expense)}, claimed by{' '}
            <bdi>{expense.claimantName}</bdi>.
          </p>
          {await this.fields(decision, visit, expense, shown)}
        </>
      ),
    });
  }

  private async fields(
    decision: Decision,
    visit: Visit,
    { forWhom, forWords }: ListedExpense,
    shown: Form,
  ): Promise<ComponentChildren> {
    if (decision === 'refuse') return <WhyField form={shown} label="Why is it refused?" />;
    if (decision === 'reopen') return <WhyField form={shown} label="Why?" />;
    if (decision === 'pay') {
      return (
        <>
          <DateInput {...dateField(shown, 'on')} fieldset={{ legend: 'When was it paid back?' }} />
          <Input
            {...field(shown, 'reference')}
            label="Reference (optional)"
            hint="What stands beside it on the bank statement."
          />
        </>
      );
    }
    const { lines } = await this.budget.of(visit);
    return (
      <>
        <Select
          {...field(shown, 'budgetLineId')}
          label="Which line of the budget is it on?"
          items={[
            { value: '', text: 'None' },
            ...lines.map(({ id, description }) => ({ value: id, text: description })),
          ]}
        />
        {forWhom === 'some' && (
          <Checkboxes
            {...field(shown, 'sharers')}
            fieldset={{ legend: 'Whom was it for?' }}
            hint={`They wrote: ${forWords}`}
            items={(await this.travellers.all(visit.id)).map(({ id, name }) => ({ value: id, text: name }))}
          />
        )}
      </>
    );
  }
}
