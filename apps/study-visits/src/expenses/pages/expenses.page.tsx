import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, downloadHeaders, notFound, type SentQuery } from '#platform';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { ReadBudget } from '../../budget/read-budget.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { managePath } from '../../visits/addresses.js';
import { FindVisit } from '../../visits/find-visit.js';
import { expensesPath } from '../addresses.js';
import { DecideExpense } from '../decide-expense.js';
import { expenseStates, type ExpenseState } from '../domain/steps.js';
import { expenseSheetPdf } from '../expense-sheet-pdf.js';
import { ReadExpenses } from '../read-expenses.js';
import { expensesSheet } from '../sheet.js';
import { ExpenseForms } from './expense-forms.js';
import { staffPlace } from './expense-place.js';
import { ExpenseView } from './expense.view.js';
import { ExpensesView } from './expenses.view.js';

/** What was spent for a visit, for staff. */
@Controller('visits/manage/:id/expenses')
export class ExpensesPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly expenses: ReadExpenses,
    private readonly budget: ReadBudget,
    private readonly deciding: DecideExpense,
    private readonly forms: ExpenseForms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Param('id') id: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const asked = textIn(submittedValues(query), 'state');
    const state: ExpenseState | null = expenseStates.find((each) => each === asked) ?? null;
    return this.site.send(request, reply, {
      title: `Expenses: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <ExpensesView
          visit={visit}
          read={await this.expenses.ofVisit(visit.id)}
          state={state}
          place={staffPlace(actorOf(request), visit.id)}
        />
      ),
    });
  }

  @Get('export.:format')
  async take(@Param('id') id: string, @Param('format') format: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const { expenses } = await this.expenses.ofVisit(visit.id);
    const { lines } = await this.budget.of(visit);
    return sendSheet(reply, expensesSheet(visit, expenses, lines), sheetFormatOf(format));
  }

  @Get('sheet.pdf')
  async sheet(@Param('id') id: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const claimant = textIn(submittedValues(query), 'claimant');
    const own = (await this.expenses.ofVisit(visit.id)).expenses.filter((each) => each.claimant === claimant);
    const name = own[0]?.claimantName;
    if (name === undefined) throw notFound('Nobody of this visit claims expenses under this name.');
    const bytes = await expenseSheetPdf(visit, name, own, this.clock());
    const fileName = `Expenses of ${name}.pdf`;
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(bytes);
  }

  @Get('new')
  showNew(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(request, reply, staffPlace(actorOf(request), id));
  }

  @Post('new')
  add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(request, reply, staffPlace(actorOf(request), id));
  }

  @Get(':expenseId')
  async show(
    @Param('id') visitId: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(visitId);
    const actor = actorOf(request);
    const expense = await this.expenses.one({ visit, traveller: null, actor }, id);
    const { lines } = await this.budget.of(visit);
    const line = lines.find((each) => each.id === expense.budgetLineId)?.description ?? null;
    return this.site.send(request, reply, {
      title: `Expense ${expense.number}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={expensesPath(visit.id)}>Expenses</BackLink>,
      main: (
        <ExpenseView
          visitTitle={visit.title}
          expense={expense}
          place={staffPlace(actor, visit.id)}
          line={line}
          mayNotDecide={await this.deciding.mayNot(expense, actor)}
        />
      ),
    });
  }
}
