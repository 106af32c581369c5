import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, Button, EmptyState, ResponsiveTable, Site } from '#ui';
import { manageExhibitionPath, managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionFrame } from '../../exhibitions/pages/exhibition-frame.js';
import { eventPath } from '../addresses.js';
import { audienceWords, whenOfEvent } from '../in-words.js';
import { ReadEvents } from '../read-events.js';
import { EventTag } from './event-tag.js';

/** What takes place on a stand, for staff. */
@Controller('stands/manage/:id/events')
export class EventsPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly events: ReadEvents,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const events = await this.events.of(exhibition.id);
    return this.site.send(request, reply, {
      title: `Events: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: (
        <ExhibitionFrame exhibition={exhibition} heading="Events" current="events">
          <Button href={manageExhibitionPath(exhibition.id, 'events/new')}>Add an event</Button>
          {events.length === 0 ? (
            <EmptyState titleText="No events yet">
              <p class="govuk-body">
                Add what takes place on the stand: meet-ups of members, receptions, private meetings.
              </p>
            </EmptyState>
          ) : (
            <ResponsiveTable
              caption="In the order of time"
              columns={[
                { key: 'title', heading: 'Event' },
                { key: 'when', heading: 'When' },
                { key: 'audience', heading: 'For' },
                { key: 'state', heading: 'State' },
              ]}
              rows={events.map((event) => [
                <a class="govuk-link" href={eventPath(exhibition.id, event.id)}>
                  <bdi>{event.title}</bdi>
                </a>,
                whenOfEvent(event, exhibition.zone),
                audienceWords[event.audience],
                <EventTag status={event.status} />,
              ])}
            />
          )}
        </ExhibitionFrame>
      ),
    });
  }
}
