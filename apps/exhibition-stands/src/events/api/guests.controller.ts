import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkRange, type FieldProblem } from '#checks';
import { actorOf, notKept, readJson, unprocessable } from '#platform';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { StockAnswers } from '../../stock/api/stock-answers.js';
import { checkInvitee, type Invitee } from '../../team/domain/invitee.js';
import { InviteGuests, plusOnesRules } from '../guests/invite-guests.js';
import { ReadGuests } from '../guests/read-guests.js';
import { RemoveGuest } from '../guests/remove-guest.js';
import { TickGuest } from '../guests/tick-guest.js';
import { ReadEvents } from '../read-events.js';
import { guestJson } from './event-json.js';
import { arrivedInput, guestsInput } from './event.schema.js';

/** Who is invited to an event, for programs of staff. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/events/:eventId/guests')
export class EventGuestsController {
  constructor(
    private readonly answers: StockAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly events: ReadEvents,
    private readonly guests: ReadGuests,
    private readonly invite: InviteGuests,
    private readonly tick: TickGuest,
    private readonly removeGuest: RemoveGuest,
  ) {}

  @Get()
  async list(@Param('id') key: string, @Param('eventId') id: string, @Res() reply: FastifyReply) {
    const which = await this.which(key, id);
    return this.answers.one(reply, { items: (await this.guests.of(which.id)).map(guestJson) });
  }

  @Post()
  async add(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = readJson(request, guestsInput);
    const guests = sent.guests.map((guest, index) => inviteeOf(guest, index));
    const problems = guests.flatMap((each) => (each.ok ? [] : each.problems));
    if (problems.length > 0) throw unprocessable(problems);
    const which = await this.which(key, id);
    const wanted = {
      guests: guests.flatMap((each) => (each.ok ? [each.value] : [])),
      plusOnesAllowed: checkRange(sent.plusOnesAllowed, 'plusOnesAllowed', plusOnesRules),
    };
    return this.answers.once(
      request,
      reply,
      201,
      async (manager) => JSON.stringify(await this.invite.within(manager, actorOf(request), which, wanted)),
      async (made) => JSON.parse(made) as object,
    );
  }

  @Post(':guestId/arrived')
  async arrived(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { arrived } = readJson(request, arrivedInput);
    const which = await this.which(key, id);
    const guest = await this.tick.arrived(which.id, guestId, arrived);
    const listed = (await this.guests.of(which.id)).find((each) => each.guest.id === guest.id);
    return this.answers.one(reply, guestJson(listed ?? { guest, dietary: null }));
  }

  @Delete(':guestId')
  async remove(
    @Param('id') key: string,
    @Param('eventId') id: string,
    @Param('guestId') guestId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.removeGuest.run(actorOf(request), await this.which(key, id), guestId);
    return reply.code(204).headers(notKept).send();
  }

  private async which(key: string, id: string) {
    const { id: exhibitionId } = await this.exhibitions.byIdOrSlug(key);
    await this.events.one({ exhibitionId, id });
    return { exhibitionId, id };
  }
}

/** Somebody as a program sent them, their problems where they stand: `guests.3.email`. */
function inviteeOf(
  sent: { readonly name: string; readonly email: string; readonly organisationName: string | null },
  index: number,
):
  | { readonly ok: true; readonly value: Invitee }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const check = checkInvitee({ ...sent, organisationName: sent.organisationName ?? '' });
  if (check.ok) return check;
  return {
    ok: false,
    problems: check.problems.map((problem) => ({ ...problem, field: `guests.${index}.${problem.field}` })),
  };
}
