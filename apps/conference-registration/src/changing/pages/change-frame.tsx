import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { isStaff, Problem } from '#platform';
import { field, FormErrors, Textarea, type Form } from '#ui';
import type { BookedDelegate } from '../../booking-page/booking-details.js';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { delegateIn } from '../../delegates/save-delegate.js';
import { changeDelegatePath } from '../addresses.js';
import { whyUnchangeable } from '../may-change.js';

/** A page on which a confirmed booking is changed. */
export interface ChangePage {
  readonly title: string;
  readonly form: Form;
  readonly main: VNode;
  /** The delegate that it is about, to whose page it leads back. */
  readonly about?: BookedDelegate;
}

/** What the pages have in common on which confirmed bookings are changed. */
@Injectable()
export class ChangeFrame {
  constructor(private readonly frame: BookingFrame) {}

  /**
   * @returns the booking; `null` where it cannot be changed: whoever asked is led to its page, which says why
   * @throws Problem 404
   */
  async open(request: FastifyRequest, reply: FastifyReply, key: string): Promise<OpenBooking | null> {
    const open = await this.frame.open(request, key);
    const why = whyUnchangeable(open, request.identity, open.now);
    if (why === null) return open;
    this.frame.redirect(reply, open.path, { type: 'important', text: why.detail });
    return null;
  }

  /** The same for a page about one delegate. @throws Problem 404 */
  async openDelegate(request: FastifyRequest, reply: FastifyReply, key: string, number: number) {
    const open = await this.open(request, reply, key);
    return open === null ? null : { open, own: delegateIn(open, number) };
  }

  send(request: FastifyRequest, reply: FastifyReply, open: OpenBooking, page: ChangePage, status = 200) {
    const { title, form, main, about } = page;
    return this.frame.send(
      request,
      reply,
      open,
      {
        title,
        hasErrors: form.errors.length > 0,
        ...(about !== undefined && {
          back: { href: changeDelegatePath(open.key, about.delegate.number), text: nameOf(about) },
        }),
        main: (
          <>
            <FormErrors form={form} />
            {main}
          </>
        ),
      },
      status,
    );
  }

  redirect(reply: FastifyReply, path: string, notice: string) {
    return this.frame.redirect(reply, path, notice);
  }
}

/** What staff may pass, with a reason. */
const passable: ReadonlySet<string> = new Set(['sold-out', 'organisation-limit', 'queue-first']);

/** Why something is refused, and where a limit is the cause the way past it, for those who have one. */
export function refusalWithWayPast(open: OpenBooking, error: unknown): ReturnType<typeof refusalOn> {
  const { status, errors } = refusalOn(error);
  const isLimit = error instanceof Problem && passable.has(error.code);
  if (!isLimit || !isStaff(open.actor.identity)) return { status, errors };
  const way = { field: 'override', message: 'To pass this limit all the same, say why.' };
  return { status, errors: [...errors, way] };
}

/** Where staff say why a limit does not hold this time. */
export function OverrideField({ open, form }: { readonly open: OpenBooking; readonly form: Form }) {
  if (!isStaff(open.actor.identity)) return null;
  return (
    <Textarea
      {...field(form, 'override')}
      label="Why a limit may be passed (optional, staff alone)"
      hint="Leave it empty to keep to the limits. What you write is kept in the booking’s history."
      rows={2}
    />
  );
}

/** The reason of staff, if they gave one. */
export const overrideIn = (typed: string): { readonly reason: string } | null =>
  typed.trim() === '' ? null : { reason: typed.trim().slice(0, 500) };
