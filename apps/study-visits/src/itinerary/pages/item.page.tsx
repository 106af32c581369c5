import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  BackLink,
  field,
  form,
  pickFields,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { FindVisit } from '../../visits/find-visit.js';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { itineraryPath } from '../addresses.js';
import { findProblems } from '../domain/find-problems.js';
import type { PlannedItem } from '../item-of.js';
import { KeepItems } from '../keep-items.js';
import { planOf, ReadItinerary } from '../read-itinerary.js';
import { ItemView } from './item.view.js';

const names = ['reason'] as const;

/** One item, for staff: what it says, who comes, what can be done. */
@Controller('visits/manage/:id/itinerary/:itemId')
export class ItemPage {
  constructor(
    private readonly site: Site,
    private readonly forms: VisitForms,
    private readonly visits: FindVisit,
    private readonly itinerary: ReadItinerary,
    private readonly keep: KeepItems,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(visitId);
    const item = await this.itinerary.one({ visitId, id });
    const itinerary = await this.itinerary.of(visit);
    const problems = findProblems(planOf(itinerary)).filter(({ itemIds }) =>
      itemIds.some((each) => each === id),
    );
    return this.site.send(request, reply, {
      title: `${item.title}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={itineraryPath(visitId)}>Itinerary</BackLink>,
      main: (
        <ItemView
          item={item}
          itinerary={itinerary}
          problems={problems}
          isPublished={await this.itinerary.isPublished(id)}
        />
      ),
    });
  }

  @Get('cancel')
  async showCancel(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const item = await this.itinerary.one({ visitId, id });
    return this.askCancel(request, reply, item, form());
  }

  @Post('cancel')
  async cancel(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    try {
      const seen = { visitId, id, version: readVersion(sent) ?? 0 };
      const { title } = await this.keep.cancel(actorOf(request), seen, textIn(values, 'reason'));
      const text = `“${title}” is cancelled. Travellers who know of it are told when you publish.`;
      return await this.forms.done(reply, visitId, `itinerary/${id}`, text);
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      if (isProblem(error, 409)) return this.forms.undone(reply, visitId, `itinerary/${id}`, error.detail);
      const item = await this.itinerary.one({ visitId, id });
      return this.askCancel(request, reply, item, form(values, refusedFields(error, names)));
    }
  }

  @Post('restore')
  async restore(
    @Param('id') visitId: string,
    @Param('itemId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    try {
      const seen = { visitId, id, version: readVersion(submittedValues(request.body)) ?? 0 };
      const { title } = await this.keep.restore(actorOf(request), seen);
      return await this.forms.done(reply, visitId, `itinerary/${id}`, `“${title}” is planned again.`);
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      return this.forms.undone(reply, visitId, `itinerary/${id}`, error.detail);
    }
  }

  private async askCancel(request: FastifyRequest, reply: FastifyReply, item: PlannedItem, shown: Form) {
    const page = {
      visit: await this.visits.byId(item.visitId),
      heading: `Cancel “${item.title}”?`,
      part: `itinerary/${item.id}/cancel`,
      backPart: `itinerary/${item.id}`,
      form: shown,
      hidden: { version: String(item.version) },
      saveLabel: 'Cancel the item',
      cancelLabel: 'Keep it',
      isWarning: true,
      children: (
        <>
          <p class="govuk-body">
            Travellers who know of it are told when you publish the itinerary, and their calendars take it
            out. You can take this back.
          </p>
          <Textarea
            {...field(shown, 'reason')}
            label="Why?"
            hint="The travellers concerned read it."
            rows={3}
          />
        </>
      ),
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }
}
