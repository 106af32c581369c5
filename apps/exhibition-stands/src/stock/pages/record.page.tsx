import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { checkWhole } from '#checks';
import { actorOf, notFound, RunOnce, type SentQuery } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { recordPath, stockPath } from '../addresses.js';
import { endsOf, recordedKinds, type RecordedKind } from '../domain/movement.js';
import { FindStock } from '../reading/find-stock.js';
import { staffDoer } from '../recording/doer.js';
import { quantityRules, RecordMovement } from '../recording/record-movement.js';
import { StockLevelRow } from '../stock-ledger.entity.js';
import { ChooseMovement } from './choose-movement.js';
import { NumberView } from './number.view.js';
import { recordedWords, recordWords } from './record-words.js';

const chosenNames = ['item', 'from', 'to'] as const;
const typedNames = ['quantity', 'note'] as const;

/** Recording what happens to the stock, in two steps: what and where, which stays in the address, then how many. */
@Controller('stands/stock/record/:kind')
export class RecordPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly record: RecordMovement,
    private readonly runOnce: RunOnce,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(
    @Param('kind') asked: string,
    @Query() query: SentQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const kind = kindOf(asked);
    const values = submittedValues(query);
    return this.sendPage(request, reply, kind, {
      chosen: pickFields(values, chosenNames),
      typed: form(),
      token: randomUUID(),
      isAsked: textIn(values, 'step') !== '',
    });
  }

  @Post()
  async save(
    @Param('kind') asked: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const kind = kindOf(asked);
    const sent = submittedValues(body);
    const chosen = pickFields(sent, chosenNames);
    const typed = pickFields(sent, typedNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    const input = {
      kind,
      item: textIn(chosen, 'item'),
      from: textIn(chosen, 'from'),
      to: textIn(chosen, 'to'),
      quantity: checkWhole(textIn(typed, 'quantity'), 'quantity', quantityRules),
      note: textIn(typed, 'note'),
    };
    try {
      const words = await this.runOnce.run(actor, token, { ...chosen, ...typed, kind }, async (manager) => {
        const recorded = await this.record.run(manager, staffDoer(actor), input);
        const left =
          recorded.from === null
            ? null
            : await manager.findOneBy(StockLevelRow, { itemId: recorded.item.id, placeId: recorded.from.id });
        return recordedWords(recorded, left?.quantity ?? null);
      });
      return this.site.redirect(
        reply,
        recordPath(kind, { item: input.item, from: input.from, to: input.to }),
        {
          type: 'success',
          text: words,
        },
      );
    } catch (error) {
      const errors = refusedFields(error, [...chosenNames, ...typedNames]);
      return this.sendPage(request, reply, kind, {
        chosen,
        typed: form(typed, errors),
        token,
        isAsked: true,
      });
    }
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: RecordedKind,
    shown: {
      readonly chosen: SubmittedValues;
      readonly typed: Form;
      readonly token: string;
      readonly isAsked: boolean;
    },
  ) {
    const { chosen, typed, token } = shown;
    const ends = endsOf[kind];
    const item = await this.find.itemOrNone(textIn(chosen, 'item'));
    const from = ends.from ? await this.find.placeOrNone(textIn(chosen, 'from')) : null;
    const to = ends.to ? await this.find.placeOrNone(textIn(chosen, 'to')) : null;
    const isSame = from !== null && from.id === to?.id;
    const isChosen = item !== null && (!ends.from || from !== null) && (!ends.to || to !== null) && !isSame;
    const around = { title: recordWords[kind].heading, noIndex: true };
    if (!isChosen) {
      const missing = [
        ...(item === null ? [{ field: 'item', message: 'Choose what it is from the list.' }] : []),
        ...(ends.from && from === null ? [{ field: 'from', message: 'Choose where it is taken from.' }] : []),
        ...(ends.to && to === null ? [{ field: 'to', message: 'Choose where it is put.' }] : []),
        ...(isSame
          ? [{ field: 'to', message: `It is in ${from.name} already. Choose another place to put it.` }]
          : []),
      ];
      const errors = shown.isAsked ? missing : [];
      const page = {
        ...around,
        hasErrors: errors.length > 0,
        before: <BackLink href={stockPath}>Stock</BackLink>,
        main: (
          <ChooseMovement
            kind={kind}
            form={form(chosen, errors)}
            items={await this.find.items()}
            places={await this.find.places()}
          />
        ),
      };
      return this.site.send(request, reply, page, errors.length > 0 ? 422 : 200);
    }
    const level =
      from === null
        ? null
        : await this.dataSource.manager.findOneBy(StockLevelRow, { itemId: item.id, placeId: from.id });
    const hasErrors = typed.errors.length > 0;
    const page = {
      ...around,
      hasErrors,
      before: <BackLink href={stockPath}>Stock</BackLink>,
      main: (
        <NumberView
          kind={kind}
          item={item}
          from={from}
          to={to}
          there={from === null ? null : (level?.quantity ?? 0)}
          form={typed}
          token={token}
        />
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}

/** @throws Problem 404 */
function kindOf(asked: string): RecordedKind {
  const kind = recordedKinds.find((each) => each === asked);
  if (kind === undefined) throw notFound('Stock is received, moved, handed out or taken back.');
  return kind;
}
