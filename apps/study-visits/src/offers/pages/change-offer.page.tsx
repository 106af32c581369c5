import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepted, refuse, type Checked } from '#checks';
import type { Temporal } from 'temporal-polyfill';
import { actorOf, notFound } from '#platform';
import {
  allValues,
  Checkboxes,
  DateInput,
  dateField,
  dateNames,
  dayBoxes,
  field,
  form,
  Input,
  momentInWords,
  pickFields,
  Radios,
  readDay,
  refusedFields,
  submittedValues,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { kindWords } from '../../selection/in-words.js';
import { momentAtHome } from '../../visits/domain/window.js';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { OfferByHand } from '../offer-by-hand.js';
import { ReadOffers } from '../read-offers.js';

const offerNames = ['countsAs', 'lifts', 'why'] as const;
const extendNames = [...dateNames('until'), 'until.time'];

/** Offers somebody a place by hand, or gives them longer to answer. */
@Controller('visits/manage/:id/offers/:applicationId')
export class ChangeOfferPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly offers: ReadOffers,
    private readonly byHand: OfferByHand,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.send(request, reply, { id, applicationId }, form({ 'until.time': '12:00' }));
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Param('applicationId') applicationId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const names = textIn(sent, 'do') === 'extend' ? extendNames : offerNames;
    const values = pickFields(sent, names);
    const actor = actorOf(request);
    try {
      if (names === extendNames) {
        await this.byHand.extend(actor, id, applicationId, readUntil(values));
        return await this.forms.done(reply, id, 'offers', 'They have longer to answer, and a mail says so.');
      }
      await this.byHand.offer(actor, id, applicationId, {
        countsAs: textIn(values, 'countsAs') || 'general',
        why: textIn(values, 'why'),
        lifts: allValues(values, 'lifts'),
      });
      return await this.forms.done(reply, id, 'offers', 'The place is offered to them, and a mail says so.');
    } catch (error) {
      // A second press of the button among others: the offer is there.
      if (isProblem(error, 409)) return this.forms.undone(reply, id, 'offers', error.detail);
      const shown = form(values, refusedFields(error, names));
      return this.send(request, reply, { id, applicationId }, shown, 422);
    }
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, applicationId }: { readonly id: string; readonly applicationId: string },
    shown: Form,
    status = 200,
  ) {
    const visit = await this.visits.byId(id);
    const listed = await this.offers.of(visit.id);
    const found = listed.find((each) => each.applicationId === applicationId);
    if (found === undefined) throw notFound('There is no such application.');
    const { offer } = found;
    const isExtending = offer?.status === 'offered' || offer?.status === 'lapsed';
    const kinds = ['general', ...visit.reserved.map(({ kind }) => kind)] as const;
    return this.forms.send(
      request,
      reply,
      {
        visit,
        heading: isExtending ? `Longer to answer for ${found.name}` : `Offer ${found.name} a place`,
        part: `offers/${found.applicationId}`,
        backPart: 'offers',
        form: isExtending ? form({ ...dayBoxes('until', null), ...shown.values }, shown.errors) : shown,
        hidden: { do: isExtending ? 'extend' : 'offer' },
        saveLabel: isExtending ? 'Give them longer' : 'Offer the place',
        children: isExtending ? (
          <>
            <p class="govuk-body">
              {offer.status === 'offered'
                ? `They have until ${momentInWords(offer.deadline)}.`
                : `Their time ended on ${momentInWords(offer.deadline)}. If a place is still free they are offered it again.`}
            </p>
            <DateInput
              {...dateField(shown, 'until')}
              fieldset={{ legend: { text: 'Until which day?', classes: 'govuk-fieldset__legend--m' } }}
            />
            <Input
              {...field(shown, 'until.time')}
              label="Until what time, in London?"
              hint="Like 12:00 or 5pm. What comes at that very moment is too late."
              classes="govuk-input--width-5"
            />
          </>
        ) : (
          <>
            <p class="govuk-body">
              They are told so by mail, and have {visit.acceptanceDays} days to answer. Places are counted
              first: this cannot give more than there are.
            </p>
            {kinds.length > 1 && (
              <Radios
                {...field(shown, 'countsAs')}
                fieldset={{ legend: { text: 'Which of the places?', classes: 'govuk-fieldset__legend--m' } }}
                items={kinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
              />
            )}
            <Checkboxes
              {...field(shown, 'lifts')}
              fieldset={{
                legend: { text: 'Set aside for this one (optional)', classes: 'govuk-fieldset__legend--s' },
              }}
              items={[
                { value: 'organisation', text: 'How many may come from one organisation' },
                { value: 'category', text: 'How many may come of one category' },
              ]}
            />
            <Textarea {...field(shown, 'why')} label="Why" hint="The applicant reads it." rows={4} />
          </>
        ),
      },
      status,
    );
  }
}

function readUntil(values: SubmittedValues): Checked<Temporal.Instant> {
  const until = momentAtHome(readDay(values, 'until', 'the day'), textIn(values, 'until.time'), 'until');
  if (!until.ok) return until;
  return until.value === null
    ? refuse('until', 'missing', 'Enter the day and the time.')
    : accepted(until.value);
}
