import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, form, listInWords, readForm, Site, withErrors, type Form, type Notice } from '#ui';
import { personPath, seatPath } from '../addresses.js';
import type { Person, Seat } from '../domain/person.js';
import { OtherChairs } from '../other-chairs.js';
import { ReadPerson } from '../read-person.js';
import { SetSeat } from '../set-seat.js';
import { errorsOf } from './errors-of.js';
import { newSeatForm, seatForm, seatNames, seatValues } from './seat-form.js';
import { SeatView } from './seat.view.js';

/** Gives a person a seat on a board, or changes its position or term. */
@Controller('members/manage/people/:id/seats')
export class SeatPage {
  constructor(
    private readonly site: Site,
    private readonly people: ReadPerson,
    private readonly setSeat: SetSeat,
    private readonly chairs: OtherChairs,
  ) {}

  @Get(['new', ':seat'])
  async show(
    @Param('id') id: string,
    @Param('seat') seatId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const seat = seatOf(person, seatId);
    if (seat === undefined) return this.goBack(reply, person);
    return this.sendForm(request, reply, person, seat, form(seat === null ? {} : seatValues(seat)));
  }

  @Post(['new', ':seat'])
  async save(
    @Param('id') id: string,
    @Param('seat') seatId: string | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.people.read(id);
    const seat = seatOf(person, seatId);
    if (seat === undefined) return this.goBack(reply, person);
    const sent = seat === null ? readForm(newSeatForm, body) : readForm(seatForm, body);
    if (!sent.ok) return this.sendForm(request, reply, person, seat, sent.form, 422);
    const input = { board: seat?.board ?? '', ...sent.data };
    try {
      const after = await this.setSeat.run(actorOf(request), person.id, seat?.id ?? null, input);
      const changed = after.seats.find((one) => one.board === input.board && one.startsOn === input.startsOn);
      const others = changed ? await this.chairs.during(after, changed) : [];
      return this.site.redirect(reply, personPath(person.id), saved(person, others));
    } catch (error) {
      const shown = withErrors(sent.form, errorsOf(error, seatNames));
      return this.sendForm(request, reply, person, seat, shown, 422);
    }
  }

  private goBack(reply: FastifyReply, person: Person) {
    return this.site.redirect(reply, personPath(person.id), {
      type: 'important',
      text: `${person.name} does not have that seat any more.`,
    });
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    person: Person,
    seat: Seat | null,
    shown: Form,
    status = 200,
  ) {
    const boards = await this.people.boards();
    const board = boards.find(({ value }) => value === seat?.board)?.text ?? seat?.board;
    const title = seat === null ? `Give ${person.name} a seat on a board` : `${person.name} on ${board}`;
    return this.site.send(
      request,
      reply,
      {
        title,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        before: <BackLink href={personPath(person.id)}>Back to {person.name}</BackLink>,
        main: (
          <SeatView
            heading={title}
            shown={shown}
            boards={seat === null ? boards : null}
            action={seat === null ? personPath(person.id, 'seats/new') : seatPath(person.id, seat.id)}
            backPath={personPath(person.id)}
          />
        ),
      },
      status,
    );
  }
}

/** The seat that an address speaks of: `null` for a new one, `undefined` for one that the person does not have. */
function seatOf({ seats }: Person, seatId: string | undefined): Seat | null | undefined {
  return seatId === undefined ? null : seats.find(({ id }) => id === seatId);
}

function saved({ name }: Person, otherChairs: readonly string[]): Notice {
  if (otherChairs.length === 0) return { type: 'success', text: `The seat of ${name} is saved.` };
  return {
    type: 'important',
    text: `The seat of ${name} is saved. For some of the term the board is also chaired by ${listInWords(otherChairs)}; change one of the seats unless that is meant.`,
  };
}
