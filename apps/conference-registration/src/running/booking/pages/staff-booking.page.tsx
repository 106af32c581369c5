import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readToken,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { manageConferencePath } from '../../../manage/addresses.js';
import { staffBookingPath } from '../../addresses.js';
import { AddNote } from '../add-note.js';
import { ReadStaffBooking } from '../read-staff-booking.js';
import { StaffBookingView } from './staff-booking.view.js';

/** A booking as staff see it: everything that is known of it, and what they can do about it. */
@Controller('conference/manage/bookings/:reference')
export class StaffBookingPage {
  constructor(
    private readonly site: Site,
    private readonly bookings: ReadStaffBooking,
    private readonly addNote: AddNote,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(
    @Param('reference') reference: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendPage(request, reply, reference, form(), randomUUID());
  }

  @Post('notes')
  async note(
    @Param('reference') reference: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, ['text']);
    const token = readToken(sent);
    const actor = actorOf(request);
    try {
      await this.runOnce.run(actor, token, { ...values, reference, kind: 'note' }, async (manager) => {
        const { id } = await this.addNote.run(manager, actor, reference, textIn(values, 'text'));
        return id;
      });
    } catch (error) {
      const shown = form(values, refusedFields(error, ['text']));
      return this.sendPage(request, reply, reference, shown, token);
    }
    const notice = { type: 'success', text: 'The note is kept with the booking.' } as const;
    return this.site.redirect(reply, staffBookingPath(reference), notice);
  }

  private async sendPage(
    request: FastifyRequest,
    reply: FastifyReply,
    reference: string,
    note: Form,
    token: string,
  ) {
    const booking = await this.bookings.of(actorOf(request), reference);
    const { conference } = booking.details.catalogue;
    const hasErrors = note.errors.length > 0;
    const page = {
      title: `Booking ${booking.details.booking.reference}: ${conference.title}`,
      noIndex: true,
      hasErrors,
      before: <BackLink href={manageConferencePath(conference.id, 'bookings')}>Bookings</BackLink>,
      main: <StaffBookingView {...booking} note={note} token={token} />,
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
