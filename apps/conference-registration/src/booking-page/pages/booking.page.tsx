import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, isStaff } from '#platform';
import { ExtendHold } from '../../bookings/extend-hold.js';
import { GiveUpBooking } from '../../bookings/give-up-booking.js';
import { ResumeBooking } from '../../bookings/resume-booking.js';
import { bookingPath, bookingsPath } from '../../bookings/addresses.js';
import { conferencePath } from '../../catalogue/addresses.js';
import { FindDoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { howToPay } from '../../money/seller.js';
import type { ConferenceSettings } from '../../settings.js';
import { SETTINGS } from '../../tokens.js';
import { BookingFrame, refusalOn } from '../booking-frame.js';
import { ReadBookingDocuments } from '../read-booking-documents.js';
import { ConfirmedView } from './confirmed.view.js';
import { FillInView } from './fill-in.view.js';
import { GiveUpView } from './give-up.view.js';

/** A booking's own page, and what is done about its places as a whole. */
@Controller('conference/bookings/:key')
export class BookingPages {
  constructor(
    private readonly frame: BookingFrame,
    private readonly documents: ReadBookingDocuments,
    private readonly doubleBookings: FindDoubleBookings,
    private readonly extendHold: ExtendHold,
    private readonly resumeBooking: ResumeBooking,
    private readonly giveUpBooking: GiveUpBooking,
    @Inject(SETTINGS) private readonly settings: ConferenceSettings,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    const { title, slug } = open.catalogue.conference;
    const isAmongTheirs = open.booking.secretHash === null && !isStaff(request.identity);
    const back = isAmongTheirs
      ? { href: bookingsPath, text: 'Your bookings' }
      : { href: conferencePath(slug), text: title };
    const doubleBookings = await this.doubleBookings.of(
      open.catalogue.conference,
      open.delegates.map(({ delegate }) => delegate),
    );
    if (open.standing !== 'done') {
      const main = <FillInView open={open} doubleBookings={doubleBookings} />;
      return this.frame.send(request, reply, open, { title: `Your booking: ${title}`, back, main });
    }
    const documents = await this.documents.of(open.booking.id);
    const account = howToPay(this.settings, '');
    const main = (
      <ConfirmedView open={open} documents={documents} account={account} doubleBookings={doubleBookings} />
    );
    return this.frame.send(request, reply, open, {
      title: `Booking ${open.booking.reference}: ${title}`,
      back,
      main,
    });
  }

  @Post('extend')
  async extend(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.orSay(reply, key, async () => {
      await this.extendHold.run(actorOf(request), key);
      return 'Your places are kept for 15 minutes longer.';
    });
  }

  @Post('resume')
  async resume(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.orSay(reply, key, async () => {
      await this.resumeBooking.run(actorOf(request), key);
      return 'Your places are kept again. Check the prices: they are those of today.';
    });
  }

  @Get('give-up')
  async askToGiveUp(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done') return this.frame.redirect(reply, open.path);
    const main = <GiveUpView open={open} />;
    return this.frame.send(request, reply, open, { title: 'Give this booking up?', main });
  }

  @Post('give-up')
  async giveUp(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.orSay(reply, key, async () => {
      await this.giveUpBooking.run(actorOf(request), key);
      return 'You have given this booking up. Its places are free for others.';
    });
  }

  /** Leads back to the booking, which says what was done, or why it was not. */
  private async orSay(reply: FastifyReply, key: string, act: () => Promise<string>) {
    try {
      return this.frame.redirect(reply, bookingPath(key), await act());
    } catch (error) {
      const text = refusalOn(error)
        .errors.map(({ message }) => message)
        .join(' ');
      return this.frame.redirect(reply, bookingPath(key), { type: 'important', text });
    }
  }
}
