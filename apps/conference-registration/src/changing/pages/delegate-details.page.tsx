import { Controller, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Button, withErrors, type Form } from '#ui';
import { statusOfProblems } from '#uploads';
import { ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import { refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { DelegateForm } from '../../delegates/pages/delegate-form.js';
import {
  delegateForm,
  delegateQuestions,
  readDelegateForm,
} from '../../delegates/pages/read-delegate-form.js';
import type { Question } from '../../questions/domain/question.js';
import { changeDelegatePath, delegateDetailsPath, replaceDelegatePath } from '../addresses.js';
import { ChangeDelegate } from '../change-delegate.js';
import { ApprovalWarning } from './approval-warning.js';
import { ChangeFrame } from './change-frame.js';

interface Shown {
  readonly form: Form;
  readonly questions: readonly Question[];
}

/** Changes the details and answers of a delegate of a confirmed booking. */
@Controller('conference/bookings/:key/delegates/:number/details')
export class DelegateDetailsPage {
  constructor(
    private readonly frame: ChangeFrame,
    private readonly changeDelegate: ChangeDelegate,
  ) {}

  @Get()
  async show(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.frame.openDelegate(request, reply, key, number);
    if (opened === null) return reply;
    const { open, own } = opened;
    const questions = delegateQuestions(open, own, ticketTypeIdsOf(own));
    return this.sendForm(request, reply, open, own, { form: delegateForm(own), questions });
  }

  @Post()
  async save(
    @Param('key') key: string,
    @Param('number', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.frame.openDelegate(request, reply, key, number);
    if (opened === null) return reply;
    const { open, own } = opened;
    const sent = await readDelegateForm(request, open, own, false);
    if (sent.fileProblems.length > 0) {
      return this.sendForm(request, reply, open, own, sent, statusOfProblems(sent.fileProblems));
    }
    try {
      const saved = await this.changeDelegate.run(actorOf(request), key, number, sent.part);
      const isAskedAgain = saved.delegate.status !== own.delegate.status;
      return this.frame.redirect(
        reply,
        changeDelegatePath(key, number),
        isAskedAgain
          ? `${nameOf(saved)} is saved. Staff decide on the place again; it is kept meanwhile.`
          : `${nameOf(saved)} is saved.`,
      );
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const again = await this.frame.openDelegate(request, reply, key, number);
      if (again === null) return reply;
      const shown = { ...sent, form: withErrors(sent.form, errors) };
      return this.sendForm(request, reply, again.open, again.own, shown, status);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    own: BookedDelegate,
    { form, questions }: Shown,
    status = 200,
  ) {
    const { number } = own.delegate;
    const title = `Change the details of ${nameOf(own)}`;
    const main = (
      <>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body">
          Does somebody else come?{' '}
          <a class="govuk-link" href={replaceDelegatePath(open.key, number)}>
            Put them in this place
          </a>{' '}
          instead, so that both are told.
        </p>
        <ApprovalWarning details={open} own={own} />
        <DelegateForm
          details={open}
          own={own}
          form={form}
          action={delegateDetailsPath(open.key, number)}
          choices={null}
          questions={questions}
          isOwn={false}
          buttons={<Button preventDoubleClick>Save the changes</Button>}
        />
      </>
    );
    return this.frame.send(request, reply, open, { title, form, main, about: own }, status);
  }
}
