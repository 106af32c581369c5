import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { islands } from '../../assets/islands.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { countsPart } from '../addresses.js';
import { AskCounts } from '../ask-counts.js';
import { KeepSteps } from '../keep-steps.js';
import { LookAtContact } from '../look-at-contact.js';
import { ReadCounts } from '../read-counts.js';
import type { CountPlace } from './count-place.js';
import { titleOf } from './count-place.js';
import { CountsView } from './counts.view.js';
import { MissingView, type MissingViewProps } from './missing.view.js';

/** The pages round the counts: the list of them, and what to do when somebody is missing. */
@Injectable()
export class ListScreens {
  constructor(
    private readonly site: Site,
    private readonly ask: AskCounts,
    private readonly counts: ReadCounts,
    private readonly steps: KeepSteps,
    private readonly contacts: LookAtContact,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(request: FastifyRequest, reply: FastifyReply, place: CountPlace) {
    const counts = await this.counts.of(await this.ask.visitOf(place.asker));
    const { visit } = counts;
    const view = <CountsView counts={counts} place={place} now={this.clock()} />;
    return this.site.send(request, reply, {
      title: titleOf('Head counts', visit),
      noIndex: true,
      scripts: [islands.address('head-counts')],
      before: <BackLink href={place.back.href}>{place.back.text}</BackLink>,
      main: place.isStaff ? (
        <VisitFrame visit={visit} heading="Head counts" current={countsPart}>
          {view}
        </VisitFrame>
      ) : (
        <>
          <span class="govuk-caption-xl">
            <bdi>{visit.title}</bdi>
          </span>
          <h1 class="govuk-heading-xl">Head counts</h1>
          {view}
        </>
      ),
    });
  }

  async missing(request: FastifyRequest, reply: FastifyReply, place: CountPlace, thingId: string) {
    const count = await this.counts.one(await this.ask.visitOf(place.asker), thingId);
    return this.sendMissing(request, reply, { count, place, shown: null, refusal: null });
  }

  /** Shows whom to ring for somebody: no redirect, as it must not be at an address that can be opened again unseen. */
  async contact(request: FastifyRequest, reply: FastifyReply, place: CountPlace, thingId: string) {
    const travellerId = textIn(submittedValues(request.body), 'travellerId');
    try {
      const found = await this.contacts.run(place.asker, thingId, travellerId, request.id);
      const shown = { travellerId: found.traveller.id, contact: found.contact };
      return await this.sendMissing(request, reply, { count: found.count, place, shown, refusal: null });
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      const count = await this.counts.one(await this.ask.visitOf(place.asker), thingId);
      return this.sendMissing(request, reply, { count, place, shown: null, refusal: error.detail }, 409);
    }
  }

  private async sendMissing(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Omit<MissingViewProps, 'steps' | 'now'>,
    status = 200,
  ) {
    const { visit, thing } = shown.count;
    const { steps } = await this.steps.of(visit.id);
    const page = {
      title: titleOf('Somebody is missing', visit),
      noIndex: true,
      hasErrors: shown.refusal !== null,
      scripts: [islands.address('head-counts')],
      before: <BackLink href={`${shown.place.base}/${thing.id}`}>The count</BackLink>,
      main: <MissingView {...shown} steps={steps} now={this.clock()} />,
    };
    return this.site.send(request, reply, page, status);
  }
}
