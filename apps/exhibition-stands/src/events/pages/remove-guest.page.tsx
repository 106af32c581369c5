import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, notFound, Problem } from '#platform';
import { form, Site } from '#ui';
import { ExhibitionForms } from '../../exhibitions/pages/exhibition-forms.js';
import { eventPath } from '../addresses.js';
import { ReadGuests } from '../guests/read-guests.js';
import { RemoveGuest } from '../guests/remove-guest.js';
import { ReadEvents } from '../read-events.js';

/** Takes somebody off the list of an event’s guests, once that is confirmed. */
@Controller('stands/manage/:id/events/:eventId/guests/:guestId/remove')
export class RemoveGuestPage {
  constructor(
    private readonly site: Site,
    private readonly forms: ExhibitionForms,
    private readonly events: ReadEvents,
    private readonly guests: ReadGuests,
    private readonly removeGuest: RemoveGuest,
  ) {}

  @Get()
  async show(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.events.one({ exhibitionId, id });
    const { row, exhibition } = event;
    const listed = (await this.guests.of(row.id)).find(({ guest }) => guest.id === guestId);
    if (listed === undefined) throw notFound('There is no such guest of this event.');
    return this.forms.send(request, reply, {
      exhibition,
      heading: `Take ${listed.guest.name} off the list?`,
      part: `events/${row.id}/guests/${listed.guest.id}/remove`,
      backPart: `events/${row.id}`,
      form: form(),
      saveLabel: 'Take them off the list',
      isWarning: true,
      cancelLabel: 'Keep them',
      children: (
        <p class="govuk-body">
          Their answer and what they told of their needs are gone then, and their link leads nowhere any more.{' '}
          {this.removeGuest.isTold(listed.guest, event)
            ? 'A mail tells them so, and takes the event out of their calendar.'
            : `No mail goes to them: tell them yourself if they know of “${row.title}”.`}
        </p>
      ),
    });
  }

  @Post()
  async remove(
    @Param('id') exhibitionId: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { row } = await this.events.one({ exhibitionId, id });
    const path = eventPath(exhibitionId, row.id);
    let isTold: boolean;
    try {
      isTold = await this.removeGuest.run(actorOf(request), { exhibitionId, id }, guestId);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      // A second press of the button: what it asks for is done.
      return this.site.redirect(reply, path, { type: 'important', text: 'They are off the list already.' });
    }
    const text = isTold
      ? 'The guest is off the list, and a mail tells them so.'
      : 'The guest is off the list. Tell them yourself if they know of it.';
    return this.site.redirect(reply, path, { type: 'success', text });
  }
}
