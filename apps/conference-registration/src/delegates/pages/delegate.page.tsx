import { Controller, Get, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, FormErrors, withErrors, type Form } from '#ui';
import { statusOfProblems } from '#uploads';
import { ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { missingOfDelegate, nameOf } from '../../booking-page/still-missing.js';
import type { Question } from '../../questions/domain/question.js';
import { changeDelegatePath } from '../../changing/addresses.js';
import { delegatePath } from '../addresses.js';
import { delegateIn, SaveDelegate } from '../save-delegate.js';
import { FindTicketChoices } from '../ticket-choices.js';
import { FindBookerDetails } from '../booker-details.js';
import { DelegateView } from './delegate.view.js';
import { delegateForm, delegateQuestions, readDelegateForm } from './read-delegate-form.js';

interface Shown {
  readonly form: Form;
  readonly questions: readonly Question[];
}

/** Where one delegate is filled in. */
@Controller('conference/bookings/:key/delegates/:number')
export class DelegatePage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly choices: FindTicketChoices,
    private readonly booker: FindBookerDetails,
    private readonly saveDelegate: SaveDelegate,
  ) {}

  @Get()
  async show(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Query('me') me: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done') return this.frame.redirect(reply, changeDelegatePath(key, number));
    const own = delegateIn(open, number);
    const kept = delegateForm(own);
    const shown = me === 'yes' ? form({ ...kept.values, ...(await this.booker.of(open.booking)) }) : kept;
    const questions = delegateQuestions(open, own, ticketTypeIdsOf(own));
    return this.sendForm(request, reply, open, own, { form: shown, questions });
  }

  @Post()
  async save(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const open = await this.frame.open(request, key);
    const own = delegateIn(open, number);
    const sent = await readDelegateForm(request, open, own, open.standing === 'in-time');
    if (sent.fileProblems.length > 0) {
      return this.sendForm(request, reply, open, own, sent, statusOfProblems(sent.fileProblems));
    }
    try {
      await this.saveDelegate.run(actorOf(request), key, number, sent.part);
      return await this.goOn(request, reply, key, number, sent.part.completeness === 'so-far');
    } catch (error) {
      const { status, errors } = refusalOn(error);
      // What they have may be another's work by now, or have run out of time.
      const again = await this.frame.open(request, key);
      const shown = { ...sent, form: withErrors(sent.form, errors) };
      return this.sendForm(request, reply, again, delegateIn(again, number), shown, status);
    }
  }

  /** To the next delegate who lacks something, or back to the booking. */
  private async goOn(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    number: number,
    isLater: boolean,
  ) {
    const open = await this.frame.open(request, key);
    const saved = `${nameOf(delegateIn(open, number))} is saved.`;
    if (isLater) return this.frame.redirect(reply, open.path, saved);
    const next = open.delegates.find(
      (each) =>
        each.delegate.number > number &&
        each.delegate.invitedAt === null &&
        missingOfDelegate(open, each).length > 0,
    );
    const path = next === undefined ? open.path : delegatePath(key, next.delegate.number);
    return this.frame.redirect(reply, path, saved);
  }

  private async sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    own: BookedDelegate,
    shown: Shown,
    status = 200,
  ) {
    const choices = open.standing === 'in-time' ? await this.choices.of(open, own) : null;
    const title = nameOf(own);
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: `${title}: your booking`,
        hasErrors: shown.form.errors.length > 0,
        main: (
          <>
            <FormErrors form={shown.form} />
            <DelegateView
              open={open}
              own={own}
              choices={choices}
              form={shown.form}
              questions={shown.questions}
            />
          </>
        ),
      },
      status,
    );
  }
}
