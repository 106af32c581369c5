import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren, VNode } from 'preact';
import { actorOf, Problem } from '#platform';
import { BackLink, Site, uiAssets, type FieldError, type Notice } from '#ui';
import { bookingPath } from '../bookings/addresses.js';
import { FindBooking } from '../bookings/find-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { asSeenBy } from './as-seen-by.js';
import { fillingIn } from './filling-in.js';
import type { OpenBooking } from './open-booking.js';
import { HoldBar } from './pages/hold-bar.js';
import { ReadBooking } from './read-booking.js';

export type { OpenBooking } from './open-booking.js';

/** One of a booking's pages. */
export interface BookingPage {
  readonly title: string;
  readonly main: VNode;
  readonly hasErrors?: boolean;
  /** Where it goes back to; the booking's own page unless given. `null`: nowhere. */
  readonly back?: { readonly href: string; readonly text: string } | null;
  /** Leaves out how much time is left. */
  readonly isWithoutTime?: boolean;
}

/** What a booking's pages have in common: they open it, say how much time is left, and lead back to it. */
@Injectable()
export class BookingFrame {
  constructor(
    private readonly site: Site,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async open(request: FastifyRequest, key: string): Promise<OpenBooking> {
    const actor = actorOf(request);
    const read = await this.readBooking.of(await this.findBooking.forReading(actor, key));
    const details = asSeenBy(read, actor.identity);
    const now = this.clock();
    const standing = fillingIn(details.booking, now);
    return { ...details, key, path: bookingPath(key), actor, standing, now };
  }

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    page: BookingPage,
    status = 200,
  ): FastifyReply {
    const { title, main, hasErrors = false, isWithoutTime = false } = page;
    const back = page.back === undefined ? { href: open.path, text: 'Your booking' } : page.back;
    const isTimed = open.standing === 'in-time' && !isWithoutTime;
    return this.site.send(
      request,
      reply,
      {
        title,
        hasErrors,
        noIndex: true,
        ...(back !== null && { before: <BackLink href={back.href}>{back.text}</BackLink> }),
        ...(isTimed && { scripts: [uiAssets().addressedAt('/conference/assets/').countdown] }),
        main: <Framed bar={isTimed ? <HoldBar open={open} /> : null}>{main}</Framed>,
      },
      status,
    );
  }

  redirect(reply: FastifyReply, path: string, notice?: string | Notice): FastifyReply {
    const said = typeof notice === 'string' ? ({ type: 'success', text: notice } as const) : notice;
    return this.site.redirect(reply, path, said);
  }
}

function Framed({ bar, children }: { readonly bar: VNode | null; readonly children: ComponentChildren }) {
  return (
    <>
      {bar}
      {children}
    </>
  );
}

/**
 * What to say on a form of a refusal.
 *
 * @throws the error itself when it is nothing that the form can say
 */
export function refusalOn(error: unknown): {
  readonly status: number;
  readonly errors: readonly FieldError[];
} {
  if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
  const { status, detail, fields } = error;
  return { status, errors: fields.length > 0 ? fields : [{ field: '', message: detail }] };
}
