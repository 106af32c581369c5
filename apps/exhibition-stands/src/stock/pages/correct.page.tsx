import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  field,
  form,
  FormPage,
  Input,
  momentInWords,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { itemPath, stockPath } from '../addresses.js';
import { amountOf, movementNames } from '../in-words.js';
import { FindStock } from '../reading/find-stock.js';
import { CorrectMovement, rightRules } from '../recording/correct-movement.js';
import { staffDoer } from '../recording/doer.js';

const names = ['quantity', 'note'] as const;

/** Putting right a line of the ledger by a further one. */
@Controller('stands/stock/movements/:movementId/correct')
export class CorrectPage {
  constructor(
    private readonly site: Site,
    private readonly find: FindStock,
    private readonly correct: CorrectMovement,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  show(@Param('movementId') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.sendForm(request, reply, id, form(), randomUUID());
  }

  @Post()
  async save(
    @Param('movementId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const actor = actorOf(request);
    const { movement } = await this.correct.read(id);
    const right = checkWhole(textIn(values, 'quantity'), 'quantity', rightRules);
    try {
      await this.runOnce.run(actor, token, { ...values, id, kind: 'stock-correction' }, async (manager) => {
        const act = await this.correct.run(manager, staffDoer(actor), id, right, textIn(values, 'note'));
        return act.id;
      });
    } catch (error) {
      return this.sendForm(request, reply, id, form(values, refusedFields(error, names)), token);
    }
    const notice = { type: 'success', text: 'The correction is written as a further line.' } as const;
    return this.site.redirect(reply, itemPath(movement.itemId), notice);
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    shown: Form,
    token: string,
  ) {
    const { movement, counts } = await this.correct.read(id);
    const item = await this.find.item(movement.itemId);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: 'Correct a line of the ledger',
      hasErrors,
      noIndex: true,
      before: <BackLink href={itemPath(item.id)}>{item.name}</BackLink>,
      main: (
        <FormPage
          heading="Correct a line of the ledger"
          action={`${stockPath}/movements/${movement.id}/correct`}
          form={shown}
          hidden={{ once: token }}
          saveLabel="Write the correction"
          cancelPath={itemPath(item.id)}
        >
          <p class="govuk-body">
            {movementNames[movement.kind]}: {amountOf(movement.quantity, item)} of <bdi>{item.name}</bdi>,{' '}
            {momentInWords(movement.at)}.
            {counts !== movement.quantity && ` With earlier corrections it counts for ${counts}.`}
          </p>
          <Input
            {...field(shown, 'quantity')}
            label={`How many ${item.units} should it have been?`}
            hint="Enter 0 if it did not happen. The line stays as it is; the difference is written as a line of its own."
            classes="govuk-input--width-5"
            inputmode="numeric"
          />
          <Input {...field(shown, 'note')} label="Why (optional)" />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
