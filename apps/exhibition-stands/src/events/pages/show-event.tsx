import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import { BackLink, form, FormErrors, refusedFields, Site, type FieldError, type SubmittedValues } from '#ui';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { TeamOf } from '../../team/team-of.js';
import { eventPath } from '../addresses.js';
import { ReadGuests } from '../guests/read-guests.js';
import { ReadEvents } from '../read-events.js';
import { BriefingForm, EventFacts, InviteForm } from './event.view.js';
import { GuestList } from './guest-list.js';

interface Refused {
  readonly values: SubmittedValues;
  readonly errors: readonly FieldError[];
  readonly once: string;
}

interface Which {
  readonly exhibitionId: string;
  readonly id: string;
}

const names = ['reason', 'note', 'briefing', 'readers', 'list', 'plusOnesAllowed'];

/** Shows staff an event with all its forms. */
@Injectable()
export class ShowEvent {
  constructor(
    private readonly site: Site,
    private readonly events: ReadEvents,
    private readonly guests: ReadGuests,
    private readonly team: TeamOf,
  ) {}

  /** Does something and says so on the event's page; what is refused is said there, too, beside what was typed. */
  async orSay(
    request: FastifyRequest,
    reply: FastifyReply,
    which: Which,
    values: SubmittedValues,
    work: () => Promise<string>,
  ) {
    try {
      const text = await work();
      return this.site.redirect(reply, eventPath(which.exhibitionId, which.id), { type: 'success', text });
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.status === 409 ? [{ field: '', message: error.detail }] : refusedFields(error, names);
      return this.send(request, reply, which, { values, errors, once: randomUUID() });
    }
  }

  async send(request: FastifyRequest, reply: FastifyReply, which: Which, refused?: Refused) {
    const event = await this.events.one(which);
    const { row, exhibition } = event;
    const [guests, readers, team] = await Promise.all([
      this.guests.of(row.id),
      this.events.readers(row.id),
      this.team.run(exhibition.id),
    ]);
    const shown = form(
      {
        briefing: row.briefing,
        readers: [...readers],
        plusOnesAllowed: '0',
        ...refused?.values,
      },
      refused?.errors ?? [],
    );
    return this.site.send(
      request,
      reply,
      {
        title: `${row.title}: ${exhibition.title}`,
        hasErrors: refused !== undefined,
        noIndex: true,
        before: <BackLink href={manageExhibitionPath(exhibition.id, 'events')}>Events</BackLink>,
        main: (
          <>
            <FormErrors form={shown} />
            <ExhibitionFrame exhibition={exhibition} heading={row.title} current="events">
              <EventFacts event={event} form={shown} />
              <h2 class="govuk-heading-m">Guests</h2>
              <GuestList
                guests={guests}
                capacity={row.capacity}
                guestsPath={eventPath(exhibition.id, row.id, 'guests')}
                mayRemove
              />
              <div class="cn-no-print">
                {row.status !== 'cancelled' && (
                  <InviteForm event={event} form={shown} once={refused?.once ?? randomUUID()} />
                )}
                <BriefingForm event={event} form={shown} team={team} />
              </div>
            </ExhibitionFrame>
          </>
        ),
      },
      refused === undefined ? 200 : 422,
    );
  }
}
