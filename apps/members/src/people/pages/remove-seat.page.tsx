import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site } from '#ui';
import { personPath, seatPath } from '../addresses.js';
import type { Person } from '../domain/person.js';
import { seatInWords } from '../domain/words.js';
import { ReadPerson } from '../read-person.js';
import { RemoveSeat } from '../remove-seat.js';
import { ConfirmView } from './confirm.view.js';

/** Takes back a seat that was entered by mistake, once that is confirmed. */
@Controller('members/manage/people/:id/seats/:seat/remove')
export class RemoveSeatPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly removeSeat: RemoveSeat,
  ) {}

  @Get()
  async ask(
    @Param('id') id: string,
    @Param('seat') seatId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const seat = person.seats.find((one) => one.id === seatId);
    if (!seat) return this.goBack(reply, person);
    return this.site.send(request, reply, {
      title: `Take back a seat: ${person.name}`,
      noIndex: true,
      before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
      main: (
        <ConfirmView
          heading={`Take this seat back from ${person.name}?`}
          action={seatPath(person.id, seatId, 'remove')}
          button="Take the seat back"
          isWarning
          cancelPath={personPath(person.id)}
          cancel="Leave it as it is"
        >
          <p class="govuk-body">{seatInWords(seat, await this.people.names(person))}</p>
          <p class="govuk-body">
            Do this if they never had the seat. If they had it and it has ended,{' '}
            <a class="govuk-link" href={seatPath(person.id, seatId)}>
              enter the last day of the term
            </a>{' '}
            instead, so that it is still known who sat on the board.
          </p>
        </ConfirmView>
      ),
    });
  }

  @Post()
  async remove(
    @Param('id') id: string,
    @Param('seat') seatId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    // A second press of the button: what it asks for is done.
    if (!person.seats.some((seat) => seat.id === seatId)) return this.goBack(reply, person);
    await this.removeSeat.run(actorOf(request), person.id, seatId);
    return this.site.redirect(reply, personPath(person.id), {
      type: 'success',
      text: `The seat is taken back from ${person.name}.`,
    });
  }

  private goBack(reply: FastifyReply, person: Person) {
    return this.site.redirect(reply, personPath(person.id), {
      type: 'important',
      text: `${person.name} does not have that seat any more.`,
    });
  }
}
