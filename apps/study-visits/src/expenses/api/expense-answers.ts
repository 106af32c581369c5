import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  asPrecondition,
  cursorPage,
  decodeCursor,
  downloadHeaders,
  notKept,
  readQuery,
  requiredVersion,
  Transactions,
  type SentQuery,
} from '#platform';
import { receiveForm } from '#uploads';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import type { ExpenseInput } from '../domain/expense.js';
import { totalsOf } from '../domain/totals.js';
import type { KeptExpense } from '../expense-of.js';
import { OpenExpense, type Comer, type SeenExpense } from '../open-expense.js';
import { ReadExpenses } from '../read-expenses.js';
import { Receipts, receiptFiles } from '../receipts.js';
import { WriteExpense } from '../write-expense.js';
import { expenseJson } from './expense-json.js';
import { expensesQuery, type ExpenseOutput } from './expense.schema.js';

/** One request of a program, and who it comes for. */
export interface ExpenseRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly comer: Comer;
}

/** Answers programs about expenses: travellers, by their link, of their own; staff of all of a visit. */
@Injectable()
export class ExpenseAnswers {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly open: OpenExpense,
    private readonly read: ReadExpenses,
    private readonly write: WriteExpense,
    private readonly receipts: Receipts,
    private readonly transactions: Transactions,
  ) {}

  async list({ reply, comer }: ExpenseRequest, query: SentQuery) {
    const { cursor, limit } = readQuery(query, expensesQuery);
    const { visit, traveller } = await this.open.read(comer);
    const all =
      traveller === null
        ? (await this.read.ofVisit(visit.id)).expenses
        : await this.read.ofTraveller(traveller);
    const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, [/^\d{1,9}$/] as const)[0]);
    const rows = all.filter(({ number }) => number > after).slice(0, limit + 1);
    const page = cursorPage(rows.map(expenseJson), limit, ({ number }) => [String(number)]);
    return reply.headers(notKept).send({ ...page, totals: totalsOf(all) });
  }

  /** @param path of the list @param claimant a traveller’s id; blank: whoever asks */
  add(
    { request, reply, comer }: ExpenseRequest,
    {
      path,
      claimant,
      input,
    }: { readonly path: string; readonly claimant: string; readonly input: ExpenseInput },
  ) {
    return this.answers.postThing<ExpenseOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${path}/${id}`,
      work: async () => {
        const { id } = await this.transactions.run((manager) =>
          this.write.add(manager, comer, claimant, { input, file: null }),
        );
        return this.json(comer, id);
      },
    });
  }

  async show({ reply, comer }: ExpenseRequest, id: string) {
    return this.answers.thing(reply, await this.json(comer, id));
  }

  change({ request, reply, comer }: ExpenseRequest, id: string, input: ExpenseInput) {
    const seen = { id, version: requiredVersion(request) };
    return this.after(reply, comer, this.write.edit(comer, seen, { input, file: null }));
  }

  async putReceipt({ request, reply, comer }: ExpenseRequest, id: string) {
    const seen = { id, version: requiredVersion(request) };
    const limits = { mostBytes: receiptFiles.mostBytes, mostFiles: 1 };
    const { files } = await receiveForm(request, limits);
    return this.after(reply, comer, this.write.attach(comer, seen, files.get('file') ?? null));
  }

  async receipt({ reply, comer }: ExpenseRequest, id: string) {
    const expense = await this.read.one(await this.open.read(comer), id);
    const content = await this.receipts.content(expense);
    const { name = 'receipt', mediaType = 'application/octet-stream' } = expense.receipt ?? {};
    return reply.headers(downloadHeaders({ fileName: name, type: mediaType })).send(content);
  }

  async remove({ reply, comer }: ExpenseRequest, id: string) {
    await this.write.remove(comer, { id, version: null });
    return reply.code(204).headers(notKept).send();
  }

  /** A step from the version that the program saw, once per key. */
  step(
    { request, reply, comer }: ExpenseRequest,
    id: string,
    work: (seen: SeenExpense) => Promise<KeptExpense>,
  ) {
    const seen = { id, version: requiredVersion(request) };
    return this.answers.postThing<ExpenseOutput>(request, reply, {
      status: 200,
      work: async () => {
        await work(seen);
        return this.json(comer, id);
      },
    });
  }

  private async after(reply: FastifyReply, comer: Comer, work: Promise<KeptExpense>) {
    const { id } = await asPrecondition(work);
    return this.answers.thing(reply, await this.json(comer, id));
  }

  private async json(comer: Comer, id: string): Promise<ExpenseOutput> {
    return expenseJson(await this.read.one(await this.open.read(comer), id));
  }
}
