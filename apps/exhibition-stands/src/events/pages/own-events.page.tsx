import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, Paragraphs, Site, submittedValues, SummaryList, textIn } from '#ui';
import { ownPath } from '../../team/addresses.js';
import { guestAnchor, ownEventsPath } from '../addresses.js';
import { ReadGuests } from '../guests/read-guests.js';
import { TickGuest } from '../guests/tick-guest.js';
import { whenOfEvent } from '../in-words.js';
import { EventTag } from './event-tag.js';
import { GuestList } from './guest-list.js';

/** Briefing and guests for the hosts of an event, by their own links; for others of the team there is nothing here. */
@Controller('stands/team/:secret/events')
export class OwnEventsPage {
  constructor(
    private readonly site: Site,
    private readonly guests: ReadGuests,
    private readonly tick: TickGuest,
  ) {}

  @Get()
  async list(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { events, exhibition } = await this.guests.ownEvents(secret);
    return this.site.send(request, reply, {
      title: `Events that you host: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={ownPath(secret)}>Your page</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">Events that you host</h1>
          {events.length === 0 ? (
            <EmptyState titleText="You host no event">
              <p class="govuk-body">When staff name you as a host, its briefing and its guests are here.</p>
            </EmptyState>
          ) : (
            <ul class="govuk-list">
              {events.map((event) => (
                <li key={event.id}>
                  <a class="govuk-link" href={ownEventsPath(secret, event.id)}>
                    {event.title}
                  </a>
                  <br />
                  {whenOfEvent(event, exhibition.zone)} <EventTag status={event.status} />
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    });
  }

  @Get(':eventId')
  async show(
    @Param('secret') secret: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row, exhibition } = await this.guests.ownEvent(secret, id);
    return this.site.send(request, reply, {
      title: `${row.title}: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={ownEventsPath(secret)}>Events that you host</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">{exhibition.title}</span>
          <h1 class="govuk-heading-xl">{row.title}</h1>
          <SummaryList
            rows={[
              { key: 'State', value: <EventTag status={row.status} /> },
              { key: 'When', value: whenOfEvent(row, exhibition.zone) },
              { key: 'Who invites', value: row.hostName ?? 'Nobody named' },
            ]}
          />
          <h2 class="govuk-heading-m">Briefing</h2>
          <Paragraphs text={row.briefing === '' ? 'Nothing is written yet.' : row.briefing} />
          <h2 class="govuk-heading-m">Guests</h2>
          <GuestList
            guests={await this.guests.of(row.id)}
            capacity={row.capacity}
            guestsPath={`${ownEventsPath(secret, row.id)}/guests`}
            mayRemove={false}
          />
        </>
      ),
    });
  }

  @Post(':eventId/guests/:guestId/arrived')
  async arrived(
    @Param('secret') secret: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.guests.ownEvent(secret, id);
    const isThere = textIn(submittedValues(body), 'arrived') !== 'no';
    const { id: guest } = await this.tick.arrived(event.id, guestId, isThere);
    return this.site.redirect(reply, `${ownEventsPath(secret, event.id)}#${guestAnchor(guest)}`);
  }
}
