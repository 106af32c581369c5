import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadHeaders } from '#platform';
import { BackLink, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { ownTravelPath } from '../../travellers/addresses.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { expenseSheetPdf } from '../expense-sheet-pdf.js';
import { ReadExpenses } from '../read-expenses.js';
import { ExpenseForms } from './expense-forms.js';
import { ExpenseView } from './expense.view.js';
import { ownPlace } from './expense-place.js';
import { OwnExpensesView } from './own-expenses.view.js';

/** What a traveller spent for the visit, by their own link. */
@Controller('visits/travellers/:secret/expenses')
export class OwnExpensesPage {
  constructor(
    private readonly site: Site,
    private readonly travellers: OpenTraveller,
    private readonly expenses: ReadExpenses,
    private readonly forms: ExpenseForms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { visit, traveller } = await this.travellers.read({ secret });
    const expenses = await this.expenses.ofTraveller(traveller);
    const mayAdd = traveller.status === 'confirmed';
    return this.site.send(request, reply, {
      title: `What you spent: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your journey</BackLink>,
      main: <OwnExpensesView visit={visit} expenses={expenses} place={ownPlace(secret)} mayAdd={mayAdd} />,
    });
  }

  @Get('sheet.pdf')
  async sheet(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { visit, traveller } = await this.travellers.read({ secret });
    const expenses = await this.expenses.ofTraveller(traveller);
    const bytes = await expenseSheetPdf(visit, traveller.name, expenses, this.clock());
    const fileName = `Expenses, ${visit.title}.pdf`;
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(bytes);
  }

  @Get('new')
  showNew(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(request, reply, ownPlace(secret));
  }

  @Post('new')
  add(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(request, reply, ownPlace(secret));
  }

  @Post('send')
  sendAll(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.sendAll(request, reply, ownPlace(secret));
  }

  @Get(':expenseId')
  async show(
    @Param('secret') secret: string,
    @Param('expenseId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, traveller } = await this.travellers.read({ secret });
    const expense = await this.expenses.one({ visit, traveller, actor: null }, id);
    const place = ownPlace(secret);
    return this.site.send(request, reply, {
      title: `Expense ${expense.number}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={place.list}>What you spent</BackLink>,
      main: (
        <ExpenseView
          visitTitle={visit.title}
          expense={expense}
          place={place}
          line={null}
          mayNotDecide={null}
        />
      ),
    });
  }
}
