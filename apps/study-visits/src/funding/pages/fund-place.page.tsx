import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound } from '#platform';
import {
  field,
  form,
  moneyInWords,
  pickFields,
  refusedFields,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import type { Visit } from '../../visits/domain/visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { holderPart } from '../addresses.js';
import { FundPlace } from '../fund-place.js';
import { stateWords } from '../in-words.js';
import type { PlaceHolder } from '../place-holder.js';
import { ReadFunding, type ListedHolder } from '../read-funding.js';

/** Gives somebody a funded place, or takes it back. */
@Controller('visits/manage/:id/funding')
export class FundPlacePage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly funding: ReadFunding,
    private readonly fund: FundPlace,
  ) {}

  @Get('applications/:applicationId')
  showApplicant(
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(request, reply, id, { applicationId }, form());
  }

  @Post('applications/:applicationId')
  fundApplicant(
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.save(request, reply, id, { applicationId });
  }

  @Get('travellers/:travellerId')
  showTraveller(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ask(request, reply, id, { travellerId }, form());
  }

  @Post('travellers/:travellerId')
  fundTraveller(
    @Param('id') id: string,
    @Param('travellerId') travellerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.save(request, reply, id, { travellerId });
  }

  private async save(request: FastifyRequest, reply: FastifyReply, id: string, holder: PlaceHolder) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, ['why']);
    // What the button said, so that a second press does not undo the first.
    const funded = textIn(sent, 'funded') === 'yes';
    try {
      await this.fund.run(actorOf(request), id, holder, { funded, why: textIn(values, 'why') });
      const text = funded ? 'The place is funded.' : 'The place is funded no longer.';
      return await this.forms.done(reply, id, 'funding', text);
    } catch (error) {
      if (isProblem(error, 409)) return this.forms.undone(reply, id, 'funding', error.detail);
      return this.ask(request, reply, id, holder, form(values, refusedFields(error, ['why'])), 422);
    }
  }

  private async ask(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    holder: PlaceHolder,
    shown: Form,
    status = 200,
  ) {
    const visit = await this.visits.byId(id);
    const all = await this.funding.of(visit.id);
    const found = all.find((each) =>
      'travellerId' in holder
        ? each.travellerId === holder.travellerId
        : each.applicationId === holder.applicationId,
    );
    if (found === undefined) throw notFound('They have no place and are offered none.');
    const { name, funded } = found;
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: funded ? `Take the funded place back from ${name}?` : `Fund the place of ${name}?`,
        part: holderPart(holder),
        backPart: 'funding',
        form: shown,
        hidden: { funded: funded ? 'no' : 'yes' },
        saveLabel: funded ? 'Take it back' : 'Fund the place',
        isWarning: funded,
        cancelLabel: 'Leave it as it is',
        children: (
          <>
            <p class="govuk-body">
              {stateWords[found.state]}. {effectOf(visit, found)}
            </p>
            <Textarea {...field(shown, 'why')} label="Why (optional)" hint="Only staff read it." rows={3} />
          </>
        ),
      },
      status,
    );
  }
}

/** What it means to whoever has the place. */
function effectOf({ pricePence }: Visit, { state, funded }: ListedHolder): string {
  const price = moneyInWords(pricePence, { dropZeroPence: true });
  if (state === 'selected')
    return funded
      ? `They will be offered it for ${price}.`
      : 'They will read in the offer that it costs them nothing.';
  if (state === 'offered')
    return funded
      ? `A mail tells them that it costs ${price}.`
      : 'A mail tells them that it costs them nothing.';
  return funded
    ? `It costs ${price} then: it is invoiced as it was before or, if it never was, they are asked who pays. A mail says so.`
    : 'All that was invoiced for it is credited, and a mail says so.';
}
