import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { actorOf, isStaff, unprocessable, valueOf } from '#platform';
import { allValues, form, submittedValues, textIn, withErrors, type Form, type SubmittedValues } from '#ui';
import { currentDelegates, type BookedDelegate } from '../../booking-page/booking-details.js';
import { refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { bookingPath } from '../../bookings/addresses.js';
import { cancelPath } from '../../changing/addresses.js';
import { ChangeFrame } from '../../changing/pages/change-frame.js';
import { checkPercent } from '../../money/domain/check-credit.js';
import { CancelDelegates, chosenOf } from '../cancel-delegates.js';
import { byBooker, type Cancellation } from '../cancellation.js';
import { ReadRefund } from '../read-refund.js';
import { CancelCheckView, ChooseDelegatesView } from './cancel.view.js';

/** Who is to be cancelled, and how far that has come. */
interface Checked {
  readonly chosen: readonly BookedDelegate[];
  readonly form: Form;
  /** Of staff, in place of the refund rules’. */
  readonly percent: number | null;
}

/** Cancels delegates of a confirmed booking: who, then what it costs, then done. */
@Controller('conference/bookings/:key/cancel')
export class CancelPage {
  constructor(
    private readonly frame: ChangeFrame,
    private readonly refunds: ReadRefund,
    private readonly cancelDelegates: CancelDelegates,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(
    @Param('key') key: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, reply, key);
    if (open === null) return reply;
    const values = submittedValues(query);
    const chosen = chosenIn(open, values);
    if (chosen.length > 0) {
      return this.sendCheck(request, reply, open, { chosen, form: form(values), percent: null });
    }
    const nobody = [{ field: 'delegates', message: 'Choose who is to be cancelled.' }];
    const shown = textIn(values, 'choose') === 'yes' ? form(values, nobody) : form();
    const title = 'Whose place is to be cancelled?';
    const main = <ChooseDelegatesView open={open} form={shown} />;
    return this.frame.send(
      request,
      reply,
      open,
      { title, form: shown, main },
      shown.errors.length > 0 ? 422 : 200,
    );
  }

  @Post()
  async cancel(
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, reply, key);
    if (open === null) return reply;
    const values = submittedValues(body);
    const numbers = allValues(values, 'delegates').map(Number);
    try {
      const terms = isStaff(request.identity) ? staffTerms(values) : byBooker;
      const chosen = chosenIn(open, values);
      // Nobody is chosen, or staff have not seen yet what their percentage comes to.
      const isSeen = terms.percent === null || textIn(values, 'seen') === String(terms.percent);
      if (numbers.length === 0) return await reply.redirect(`${cancelPath(key)}?choose=yes`, 303);
      if (!isSeen)
        return await this.sendCheck(request, reply, open, { chosen, form: form(values), ...terms });
      const refund = textIn(values, 'refund');
      const { delegates, booking } = await this.cancelDelegates.run(actorOf(request), key, {
        ...terms,
        delegates: numbers,
        expectedRefundPence: /^\d{1,9}$/.test(refund) ? Number(refund) : -1,
      });
      const said =
        booking.status === 'cancelled' ? 'The booking is cancelled.' : cancelledWords(delegates.length);
      return this.frame.redirect(reply, bookingPath(key), `${said} We have written to everybody concerned.`);
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const again = await this.frame.open(request, reply, key);
      if (again === null) return reply;
      const shown = {
        chosen: chosenIn(again, values),
        form: withErrors(form(values), errors),
        percent: null,
      };
      return this.sendCheck(request, reply, again, shown, status);
    }
  }

  private async sendCheck(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    { chosen, form: shown, percent: other }: Checked,
    status = 200,
  ) {
    const percent = this.refunds.percentOf(open);
    const refund = await this.refunds.ofDelegates(this.dataSource.manager, chosen, other ?? percent);
    const isWhole = chosen.length === currentDelegates(open).length;
    const [first] = chosen;
    const title = isWhole
      ? 'Cancel the whole booking?'
      : chosen.length === 1 && first !== undefined
        ? `Cancel the place of ${nameOf(first)}?`
        : `Cancel ${chosen.length} places?`;
    const main = (
      <CancelCheckView
        open={open}
        title={title}
        chosen={chosen}
        refund={refund}
        percent={percent}
        other={other}
        form={shown}
      />
    );
    return this.frame.send(request, reply, open, { title, form: shown, main }, status);
  }
}

const chosenIn = (open: OpenBooking, values: SubmittedValues): readonly BookedDelegate[] =>
  chosenOf(
    open,
    allValues(values, 'delegates').flatMap((one) => (/^\d{1,4}$/.test(one) ? [Number(one)] : [])),
  );

const cancelledWords = (places: number): string =>
  places === 1 ? 'The place is cancelled.' : `${places} places are cancelled.`;

/** What staff decide otherwise than the refund rules. @throws Problem 422 */
function staffTerms(values: SubmittedValues): Omit<Cancellation, 'delegates' | 'expectedRefundPence'> {
  const typed = textIn(values, 'percent').trim();
  const reason = textIn(values, 'reason').trim().slice(0, 500);
  if (typed === '') return { ...byBooker, reason: reason === '' ? null : reason };
  // Staff may also decide that nothing is paid back.
  const percent = /^0\s*%?$/.test(typed) ? 0 : valueOf(checkPercent(typed));
  if (reason === '') {
    const message = 'Say why the refund rules do not hold. It stands on the credit note.';
    throw unprocessable([{ field: 'reason', code: 'missing', message }]);
  }
  return { ...byBooker, percent, reason };
}
