import { Controller, Get, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Button, form, withErrors, type Form } from '#ui';
import { statusOfProblems } from '#uploads';
import { asSeenByThemselves } from '../../booking-page/as-seen-by.js';
import { placesOf, ticketTypeIdsOf, type BookedDelegate } from '../../booking-page/booking-details.js';
import { refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { DelegateForm } from '../../delegates/pages/delegate-form.js';
import { delegateQuestions, readDelegateForm } from '../../delegates/pages/read-delegate-form.js';
import { noAnswers } from '../../questions/domain/answer.js';
import type { Question } from '../../questions/domain/question.js';
import { changeDelegatePath, replaceDelegatePath } from '../addresses.js';
import { ReplaceDelegate } from '../replace-delegate.js';
import { ApprovalWarning } from './approval-warning.js';
import { ChangeFrame } from './change-frame.js';

interface Shown {
  readonly form: Form;
  readonly questions: readonly Question[];
}

/** Puts somebody else in a delegate's place. */
@Controller('conference/bookings/:key/delegates/:number/replace')
export class ReplaceDelegatePage {
  constructor(
    private readonly frame: ChangeFrame,
    private readonly replaceDelegate: ReplaceDelegate,
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
    const questions = delegateQuestions(open, successorOf(own), ticketTypeIdsOf(own));
    return this.sendForm(request, reply, open, own, { form: form(), questions });
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
    // What the former person answered is nothing to fall back on.
    const sent = await readDelegateForm(request, open, successorOf(own), false);
    if (sent.fileProblems.length > 0) {
      return this.sendForm(request, reply, open, own, sent, statusOfProblems(sent.fileProblems));
    }
    try {
      const now = await this.replaceDelegate.run(actorOf(request), key, number, sent.part);
      return this.frame.redirect(reply, changeDelegatePath(key, number), saidOf(own, now));
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
    { form: shown, questions }: Shown,
    status = 200,
  ) {
    const title = `Who comes in place of ${nameOf(own)}?`;
    const main = (
      <>
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="govuk-body">
          They have what {nameOf(own)} had (
          {placesOf(own)
            .map(({ ticketType }) => ticketType.name)
            .join(', ')}
          ), at the same price: nothing is to be paid for it. We write to both of them, and delete what{' '}
          {nameOf(own)} had answered.
        </p>
        <ApprovalWarning details={open} own={own} />
        <DelegateForm
          details={open}
          own={successorOf(own)}
          form={shown}
          action={replaceDelegatePath(open.key, own.delegate.number)}
          choices={null}
          questions={questions}
          isOwn={false}
          buttons={<ReplaceButtons hasQuestions={questions.length > 0} />}
        />
      </>
    );
    return this.frame.send(request, reply, open, { title, form: shown, main, about: own }, status);
  }
}

/** Whoever takes the place has answered nothing yet. */
const successorOf = (own: BookedDelegate): BookedDelegate => ({
  ...asSeenByThemselves(own),
  answers: noAnswers,
});

function ReplaceButtons({ hasQuestions }: { readonly hasQuestions: boolean }) {
  return (
    <>
      <Button preventDoubleClick>Put them in this place</Button>
      {hasQuestions && (
        <Button name="later" value="yes" classes="govuk-button--secondary" preventDoubleClick>
          Let them answer the questions themselves
        </Button>
      )}
    </>
  );
}

function saidOf(before: BookedDelegate, { delegate }: BookedDelegate): string {
  const who = `${delegate.name} takes the place of ${nameOf(before)}.`;
  return delegate.email === null
    ? `${who} We have no address of theirs: pass on what they need to know.`
    : `${who} We have written to them.`;
}
