import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkWhole } from '#checks';
import { downloadHeaders, Problem } from '#platform';
import { form, pickFields, refusedFields, Site, submittedValues, textIn, type Form } from '#ui';
import { invitationPath } from '../addresses.js';
import { AnswerInvitation } from '../guests/answer-invitation.js';
import { plusOnesRules } from '../guests/invite-guests.js';
import { GuestCalendar } from '../guests/guest-calendar.js';
import { ReadGuests } from '../guests/read-guests.js';
import { InvitationView } from './invitation.view.js';

const names = ['answer', 'plusOnes', 'dietary'] as const;

/** Where a guest says whether they come, by the link that was mailed to them alone. */
@Controller('stands/events/:secret')
export class InvitationPage {
  constructor(
    private readonly site: Site,
    private readonly guests: ReadGuests,
    private readonly answers: AnswerInvitation,
    private readonly calendar: GuestCalendar,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { guest, dietary } = await this.guests.bySecret(secret);
    const values = {
      answer: guest.status === 'invited' ? '' : guest.status,
      plusOnes: String(guest.plusOnes),
      dietary: dietary ?? '',
    };
    return this.send(request, reply, secret, form(values));
  }

  @Get('calendar.ics')
  async file(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { event } = await this.guests.bySecret(secret);
    const headers = downloadHeaders({ fileName: 'event.ics', type: 'text/calendar; charset=utf-8' });
    return reply.headers(headers).send(this.calendar.of(event, secret));
  }

  @Post()
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), names);
    const answer = textIn(values, 'answer');
    try {
      const plusOnes = checkWhole(textIn(values, 'plusOnes').trim() || '0', 'plusOnes', plusOnesRules);
      const sent = { answer, plusOnes, dietary: textIn(values, 'dietary') };
      await this.answers.run(secret, sent, request.id);
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.status === 409 ? [{ field: '', message: error.detail }] : refusedFields(error, names);
      return this.send(request, reply, secret, form(values, errors), error.status);
    }
    return this.site.redirect(reply, invitationPath(secret), {
      type: 'success',
      text:
        answer === 'coming'
          ? 'Thank you. We look forward to seeing you.'
          : 'Thank you for telling us. If you can come after all, use the same link.',
    });
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    shown: Form,
    status = 200,
  ) {
    const { guest, event } = await this.guests.bySecret(secret);
    return this.site.send(
      request,
      reply,
      {
        title: `You are invited: ${event.row.title}`,
        hasErrors: shown.errors.length > 0,
        noIndex: true,
        main: <InvitationView guest={guest} event={event} form={shown} secret={secret} />,
      },
      status,
    );
  }
}
