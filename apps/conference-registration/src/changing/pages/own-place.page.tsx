import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { actorOf, downloadHeaders, notFound } from '#platform';
import {
  BackLink,
  Button,
  field,
  form,
  FormErrors,
  FormPage,
  Site,
  submittedValues,
  Textarea,
  textIn,
  withErrors,
  type Form,
} from '#ui';
import { statusOfProblems } from '#uploads';
import { ticketTypeIdsOf } from '../../booking-page/booking-details.js';
import { refusalOn } from '../../booking-page/booking-frame.js';
import { ownDelegatePath } from '../../delegates/addresses.js';
import { DelegateLinks } from '../../delegates/delegate-links.js';
import { FillInOwnPart, type OwnPart } from '../../delegates/fill-in-own-part.js';
import { DelegateForm } from '../../delegates/pages/delegate-form.js';
import {
  delegateForm,
  delegateQuestions,
  readDelegateForm,
} from '../../delegates/pages/read-delegate-form.js';
import type { Question } from '../../questions/domain/question.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { cannotComePath, ownDetailsPath } from '../addresses.js';
import { CannotCome } from '../cannot-come.js';
import { ChangeDelegate } from '../change-delegate.js';
import { whyUnchangeable } from '../may-change.js';
import { OwnCalendar } from '../own-calendar.js';
import { ApprovalWarning } from './approval-warning.js';

interface Shown {
  readonly form: Form;
  readonly questions: readonly Question[];
}

/** What a delegate with a place does by their own link: the calendar, their details, giving it up. */
@Controller('conference/delegates/:secret')
export class OwnPlacePages {
  constructor(
    private readonly site: Site,
    private readonly ownPart: FillInOwnPart,
    private readonly changeDelegate: ChangeDelegate,
    private readonly cannotCome: CannotCome,
    private readonly calendar: OwnCalendar,
    private readonly links: DelegateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('calendar.ics')
  async download(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const part = await this.ownPart.read(secret);
    if (part.own.delegate.status !== 'confirmed') throw notFound('You have no place at this conference.');
    const name = `${part.details.catalogue.conference.slug}.ics`;
    return reply
      .headers(downloadHeaders({ fileName: name, type: 'text/calendar; charset=utf-8' }))
      .send(this.calendar.of(part, secret));
  }

  @Get('details')
  async showDetails(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const part = await this.ownPart.read(secret);
    if (whyUnchangeable(part.details, request.identity, this.clock()) !== null) {
      return this.site.redirect(reply, ownDelegatePath(secret));
    }
    const questions = delegateQuestions(part.details, part.own, ticketTypeIdsOf(part.own));
    return this.sendDetails(request, reply, secret, part, { form: delegateForm(part.own), questions });
  }

  @Post('details')
  async saveDetails(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const part = await this.ownPart.read(secret);
    const sent = await readDelegateForm(request, part.details, part.own, false);
    if (sent.fileProblems.length > 0) {
      return this.sendDetails(request, reply, secret, part, sent, statusOfProblems(sent.fileProblems));
    }
    try {
      const { delegate } = await this.changeDelegate.own(actorOf(request), secret, sent.part);
      // The link goes with the address.
      const path =
        delegate.email === null ? ownDelegatePath(secret) : this.links.pathFor(delegate, delegate.email);
      const text =
        delegate.status === part.own.delegate.status
          ? 'Your details are saved.'
          : 'Your details are saved. Staff decide on your place again; it is kept meanwhile.';
      return this.site.redirect(reply, path, { type: 'success', text });
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const again = await this.ownPart.read(secret);
      const shown = { ...sent, form: withErrors(sent.form, errors) };
      return this.sendDetails(request, reply, secret, again, shown, status);
    }
  }

  @Get('cannot-come')
  async askCannotCome(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendCannotCome(request, reply, secret, await this.ownPart.read(secret), form());
  }

  @Post('cannot-come')
  async sayCannotCome(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const part = await this.ownPart.read(secret);
    const message = textIn(submittedValues(body), 'message');
    try {
      await this.cannotCome.run(actorOf(request), secret, message);
      const text = `We have told ${part.details.booking.bookerName}, who decides whether somebody else comes in your place.`;
      return this.site.redirect(reply, ownDelegatePath(secret), { type: 'success', text });
    } catch (error) {
      const { status, errors } = refusalOn(error);
      return this.sendCannotCome(request, reply, secret, part, form({ message }, errors), status);
    }
  }

  private sendDetails(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    { details, own }: OwnPart,
    shown: Shown,
    status = 200,
  ) {
    const main = (
      <>
        <FormErrors form={shown.form} />
        <h1 class="govuk-heading-xl">Change your details</h1>
        <ApprovalWarning details={details} own={own} />
        <DelegateForm
          details={details}
          own={own}
          form={shown.form}
          action={ownDetailsPath(secret)}
          choices={null}
          questions={shown.questions}
          isOwn
          buttons={<Button preventDoubleClick>Save the changes</Button>}
        />
      </>
    );
    return this.send(
      request,
      reply,
      secret,
      { title: 'Change your details', form: shown.form, main },
      status,
    );
  }

  private sendCannotCome(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    { details: { booking } }: OwnPart,
    shown: Form,
    status = 200,
  ) {
    const main = (
      <FormPage
        heading="You cannot come?"
        action={cannotComePath(secret)}
        form={shown}
        saveLabel={`Tell ${booking.bookerName}`}
        cancelLabel="I can come after all"
        cancelPath={ownDelegatePath(secret)}
      >
        <p class="govuk-body">
          We write to {booking.bookerName}, who booked your place and decides what becomes of it: somebody
          else may come instead, or it is cancelled. Until then it stays yours.
        </p>
        <Textarea {...field(shown, 'message')} label="What they should know (optional)" rows={3} />
      </FormPage>
    );
    return this.send(request, reply, secret, { title: 'You cannot come?', form: shown, main }, status);
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    page: { readonly title: string; readonly form: Form; readonly main: VNode },
    status: number,
  ) {
    return this.site.send(
      request,
      reply,
      {
        title: page.title,
        hasErrors: page.form.errors.length > 0,
        noIndex: true,
        before: <BackLink href={ownDelegatePath(secret)}>Your place</BackLink>,
        main: page.main,
      },
      status,
    );
  }
}
