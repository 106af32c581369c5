import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders, RunOnce, unprocessable } from '#platform';
import {
  form,
  moneyInWords,
  pickFields,
  plural,
  readToken,
  readVersion,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  textIn,
  type FieldError,
  type SentForm,
  type SubmittedValues,
} from '#ui';
import { receiveForm } from '#uploads';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import type { KeptExpense } from '../expense-of.js';
import { KeepRates } from '../keep-rates.js';
import { OpenExpense, type Arrived } from '../open-expense.js';
import { Receipts, receiptFiles, receiptFingerprint } from '../receipts.js';
import { SendExpenses } from '../send-expenses.js';
import { WriteExpense } from '../write-expense.js';
import { ReadExpenses } from '../read-expenses.js';
import { ExpenseFields, expenseNames, fillExpense, readExpense } from './expense-fields.js';
import type { ExpensePlace } from './expense-place.js';

type Asked = readonly [FastifyRequest, FastifyReply, ExpensePlace];

/** The pages on which an expense is written, changed, deleted and sent: the same for travellers and for staff. */
@Injectable()
export class ExpenseForms {
  constructor(
    private readonly site: Site,
    private readonly open: OpenExpense,
    private readonly read: ReadExpenses,
    private readonly write: WriteExpense,
    private readonly sending: SendExpenses,
    private readonly receipts: Receipts,
    private readonly rates: KeepRates,
    private readonly travellers: ReadTravellers,
    private readonly runOnce: RunOnce,
  ) {}

  async showNew(...asked: Asked) {
    const arrived = await this.open.read(asked[2].comer);
    return this.ask(asked, arrived, { values: { paidWith: 'own', forWhom: 'claimant' } });
  }

  async saveNew(...asked: Asked) {
    const [request, reply, place] = asked;
    const { sent, values, file } = await readSent(request);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const once = { ...values, list: place.list, file: receiptFingerprint(file) };
      await this.runOnce.run(actor, token, once, async (manager) => {
        const written = { input: readExpense(values), file };
        const expense = await this.write.add(manager, place.comer, textIn(values, 'claimant'), written);
        return expense.id;
      });
      return this.done(reply, place.list, 'The expense is written down. Send it once its receipt is there.');
    } catch (error) {
      if (isProblem(error, 409)) return this.undone(reply, place.list, error.detail);
      const arrived = await this.open.read(place.comer);
      return this.ask(asked, arrived, { values, token, errors: refusedWithFile(error) });
    }
  }

  async showEdit(asked: Asked, id: string) {
    const { arrived, expense } = await this.find(asked, id);
    return this.ask(asked, arrived, { values: fillExpense(expense), expense });
  }

  async saveEdit(asked: Asked, id: string) {
    const [request, reply, place] = asked;
    const { sent, values, file } = await readSent(request);
    const written = { input: readExpense(values), file };
    const version = readVersion(sent) ?? 0;
    const saved = () => this.done(reply, place.path(id), 'The expense is saved.');
    try {
      await this.write.edit(place.comer, { id, version }, written);
      return saved();
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const { arrived, expense } = await this.find(asked, id);
      if (isProblem(error, 409)) {
        if (this.write.saysAlready(expense, written, arrived.visit)) return saved();
        if (error.code !== 'edited-meanwhile') return this.undone(reply, place.path(id), error.detail);
        const message = `${error.detail} What you wrote is below; saving replaces it.`;
        return this.ask(asked, arrived, { values, expense, errors: [{ field: '', message }], status: 409 });
      }
      const errors = refusedWithFile(error);
      return this.ask(asked, arrived, { values, expense: { ...expense, version }, errors });
    }
  }

  async showDelete(asked: Asked, id: string) {
    const [request, reply, place] = asked;
    const { expense } = await this.find(asked, id);
    return sendForm(this.site, request, reply, {
      heading: `Delete “${expense.what}”?`,
      back: place.path(id),
      action: place.path(id, 'delete'),
      form: form(),
      hidden: { version: String(expense.version) },
      saveLabel: 'Delete the expense',
      isWarning: true,
      cancelLabel: 'Keep it',
      children: <p class="govuk-body">It and its receipt are gone then, and cannot be brought back.</p>,
    });
  }

  async remove([request, reply, place]: Asked, id: string) {
    const version = readVersion(submittedValues(request.body));
    try {
      const { what } = await this.write.remove(place.comer, { id, version });
      return await this.done(reply, place.list, `“${what}” is deleted.`);
    } catch (error) {
      if (isProblem(error, 409)) return this.undone(reply, place.path(id), error.detail);
      // A second press of the button: what it asks for is done.
      if (!isProblem(error, 404)) throw error;
      await this.open.read(place.comer);
      return this.undone(reply, place.list, 'There is no such expense any more.');
    }
  }

  /** Sends one, or takes it back. */
  async step([request, reply, place]: Asked, id: string, step: 'send' | 'withdraw') {
    const version = readVersion(submittedValues(request.body));
    const back = place.path(id);
    try {
      const { pence } =
        step === 'send'
          ? await this.sending.one(place.comer, { id, version })
          : await this.sending.withdraw(place.comer, { id, version });
      const text =
        step === 'send'
          ? `Sent: ${moneyInWords(pence)}. Staff look at it now.`
          : 'It is taken back, and can be changed.';
      return await this.done(reply, back, text);
    } catch (error) {
      if (isProblem(error, 409)) return this.undone(reply, back, error.detail);
      if (isProblem(error, 422)) return this.undone(reply, back, error.fields[0]?.message ?? error.detail);
      throw error;
    }
  }

  async sendAll(...[, reply, place]: Asked) {
    const { sent, left } = await this.sending.all(place.comer);
    const said = [
      ...(sent.length === 0 ? [] : [`${plural(sent.length, 'expense is', 'expenses are')} sent.`]),
      ...left.map(({ why }) => why),
    ];
    if (said.length === 0) return this.undone(reply, place.list, 'There is nothing to send.');
    return left.length === 0
      ? this.done(reply, place.list, said.join(' '))
      : this.undone(reply, place.list, said.join(' '));
  }

  async receipt(asked: Asked, id: string) {
    const [, reply] = asked;
    const { expense } = await this.find(asked, id);
    const content = await this.receipts.content(expense);
    const { name = 'receipt', mediaType = 'application/octet-stream' } = expense.receipt ?? {};
    return reply.headers(downloadHeaders({ fileName: name, type: mediaType })).send(content);
  }

  private async find([, , { comer }]: Asked, id: string) {
    const arrived = await this.open.read(comer);
    return { arrived, expense: await this.read.one(arrived, id) };
  }

  private async ask([request, reply, place]: Asked, { visit, traveller }: Arrived, shown: Shown) {
    const { values, expense, errors = [], token = randomUUID(), status } = shown;
    const rates = await this.rates.of(visit.id);
    const claimants =
      traveller === null && expense === undefined ? await this.travellers.confirmed(visit.id) : [];
    const shownForm = form(values, errors);
    const page: SentForm = {
      heading: expense === undefined ? 'Write down an expense' : 'Change an expense',
      title: `Expense: ${visit.title}`,
      back: expense === undefined ? place.list : place.path(expense.id),
      action: expense === undefined ? `${place.list}/new` : place.path(expense.id, 'edit'),
      form: shownForm,
      takesFiles: true,
      hidden: { once: token, ...(expense !== undefined && { version: String(expense.version) }) },
      saveLabel: expense === undefined ? 'Write it down' : 'Save the expense',
      children: (
        <ExpenseFields
          form={shownForm}
          isOwn={place.isOwn}
          claimants={claimants}
          rated={[...new Set(rates.map(({ currency }) => currency))]}
          receipt={expense?.receipt ?? null}
        />
      ),
    };
    return sendForm(this.site, request, reply, page, status);
  }

  private done(reply: FastifyReply, path: string, text: string) {
    return this.site.redirect(reply, path, { type: 'success', text });
  }

  private undone(reply: FastifyReply, path: string, text: string) {
    return this.site.redirect(reply, path, { type: 'important', text });
  }
}

/** What the form shows. */
interface Shown {
  readonly values: SubmittedValues;
  readonly expense?: KeptExpense;
  readonly errors?: readonly FieldError[];
  readonly token?: string;
  readonly status?: number;
}

/** Everything that was sent, what the form asks for of it, and the receipt. A file too large is thrown away as it comes. */
async function readSent(request: FastifyRequest) {
  const limits = { mostBytes: receiptFiles.mostBytes, mostFiles: 1 };
  const { values: sent, files } = await receiveForm(request, limits);
  return { sent, values: pickFields(sent, expenseNames), file: files.get('file') ?? null };
}

/** What is wrong, beside each field; of a file that is too large, too. @throws whatever else it was */
const refusedWithFile = (error: unknown): readonly FieldError[] =>
  refusedFields(isProblem(error, 413) ? unprocessable(error.fields) : error, expenseNames);
