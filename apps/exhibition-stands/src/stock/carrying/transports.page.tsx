import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Problem, RunOnce, Transactions } from '#platform';
import {
  BackLink,
  Button,
  EmptyState,
  form,
  FormPage,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type Notice,
} from '#ui';
import { idPattern } from '../../domain/ids.js';
import { exhibitionStockPath, stockPath, transportsPath } from '../addresses.js';
import { StockFrame } from '../pages/stock-frame.js';
import { ExhibitionsWithStock } from '../reading/exhibitions-with-stock.js';
import { FindStock } from '../reading/find-stock.js';
import { PlanTransport } from './plan-transport.js';
import { ReadTransports } from './read-transports.js';
import { itemControls, readTransport, TransportFields, transportNames } from './transport-form.js';
import { TransportList } from './transport-list.js';

/** Who carries what and when. */
@Controller('stands/stock/transports')
export class TransportsPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly exhibitions: ExhibitionsWithStock,
    private readonly transports: ReadTransports,
    private readonly plan: PlanTransport,
    private readonly runOnce: RunOnce,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const transports = await this.transports.all();
    return this.site.send(request, reply, {
      title: 'Who carries what',
      noIndex: true,
      before: <BackLink href={stockPath}>Stock</BackLink>,
      main: (
        <StockFrame heading="Who carries what" current={transportsPath}>
          <Button href={`${transportsPath}/new`}>Plan a transport</Button>
          {transports.length === 0 ? (
            <EmptyState titleText="Nothing is to be carried">
              <p class="govuk-body">
                Who takes which things from where to where, and when, is listed here once you plan it. When it
                has arrived, one press writes it into the ledger.
              </p>
            </EmptyState>
          ) : (
            <TransportList transports={transports} backTo={transportsPath} headingLevel={2} />
          )}
        </StockFrame>
      ),
    });
  }

  @Get('new')
  showNew(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, form(), randomUUID());
  }

  @Post('new')
  async add(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const sent = submittedValues(body);
    const names = [...transportNames, ...itemControls(sent)];
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      const once = { ...values, kind: 'stock-transport' };
      await this.runOnce.run(
        actor,
        token,
        once,
        async (manager) => (await this.plan.plan(manager, actor, readTransport(values))).id,
      );
      return this.site.redirect(reply, transportsPath, {
        type: 'success',
        text: 'The transport is planned.',
      });
    } catch (error) {
      return this.sendForm(request, reply, form(values, refusedFields(error, names)), token);
    }
  }

  @Post(':id/done')
  done(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step(reply, body, 'What was carried is written into the ledger.', () =>
      this.transactions.run((manager) => this.plan.finish(manager, actorOf(request), id)),
    );
  }

  @Post(':id/call-off')
  callOff(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.step(reply, body, 'The transport is called off.', () =>
      this.transactions.run((manager) => this.plan.callOff(manager, actorOf(request), id)),
    );
  }

  /** What cannot be done is said where the button was. */
  private async step(reply: FastifyReply, body: unknown, said: string, work: () => Promise<unknown>) {
    const back = backTo(textIn(submittedValues(body), 'backTo'));
    let notice: Notice = { type: 'success', text: said };
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 422 && error.status !== 409)) throw error;
      notice = { type: 'important', text: error.detail };
    }
    return this.site.redirect(reply, back, notice);
  }

  private async sendForm(request: FastifyRequest, reply: FastifyReply, shown: Form, token: string) {
    const [items, places, exhibitions] = await Promise.all([
      this.find.items(),
      this.find.places(),
      this.exhibitions.choices(),
    ]);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: 'Plan a transport',
      hasErrors,
      noIndex: true,
      before: <BackLink href={transportsPath}>Who carries what</BackLink>,
      main: (
        <FormPage
          heading="Plan a transport"
          action={`${transportsPath}/new`}
          form={shown}
          hidden={{ once: token }}
          saveLabel="Plan it"
          cancelPath={transportsPath}
        >
          <TransportFields form={shown} items={items} places={places} exhibitions={exhibitions} />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

/** Only pages of ours that have such buttons are led back to. */
function backTo(asked: string): string {
  const id = asked.split('/')[3] ?? '';
  return idPattern.test(id) && asked === exhibitionStockPath(id) ? asked : transportsPath;
}
