import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { FormErrors, Site, withErrors, type Form } from '#ui';
import { statusOfProblems } from '#uploads';
import { ticketTypeIdsOf } from '../../booking-page/booking-details.js';
import { refusalOn } from '../../booking-page/booking-frame.js';
import { whyUnchangeable } from '../../changing/may-change.js';
import { OwnPlacePart } from '../../changing/pages/own-place-part.js';
import { FindDoubleBookings } from '../../double-bookings/find-double-bookings.js';
import type { Question } from '../../questions/domain/question.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ownDelegatePath } from '../addresses.js';
import { FillInOwnPart, type OwnPart } from '../fill-in-own-part.js';
import { OwnPartView } from './own-part.view.js';
import { delegateForm, delegateQuestions, readDelegateForm } from './read-delegate-form.js';

interface Shown {
  readonly form: Form;
  readonly questions: readonly Question[];
}

/** A delegate’s own page, by the link that was mailed to them alone. */
@Controller('conference/delegates/:secret')
export class OwnPartPage {
  constructor(
    private readonly site: Site,
    private readonly fillIn: FillInOwnPart,
    private readonly doubleBookings: FindDoubleBookings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const part = await this.fillIn.read(secret);
    return this.sendPart(request, reply, secret, part, {
      form: delegateForm(part.own),
      questions: delegateQuestions(part.details, part.own, ticketTypeIdsOf(part.own)),
    });
  }

  @Post()
  async save(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const part = await this.fillIn.read(secret);
    const sent = await readDelegateForm(request, part.details, part.own, false);
    if (sent.fileProblems.length > 0) {
      return this.sendPart(request, reply, secret, part, sent, statusOfProblems(sent.fileProblems));
    }
    try {
      await this.fillIn.save(actorOf(request), secret, sent.part);
      return this.site.redirect(reply, ownDelegatePath(secret), {
        type: 'success',
        text: 'Your details are saved. You can come back with the same link and change them.',
      });
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const again = await this.fillIn.read(secret);
      const shown = { ...sent, form: withErrors(sent.form, errors) };
      return this.sendPart(request, reply, secret, again, shown, status);
    }
  }

  private async sendPart(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    part: OwnPart,
    shown: Shown,
    status = 200,
  ) {
    const { conference } = part.details.catalogue;
    const { delegate } = part.own;
    const doubleBookings = await this.doubleBookings.of(conference, [delegate]);
    const why = whyUnchangeable(part.details, request.identity, this.clock());
    const title = `Your place: ${conference.title}`;
    const page = {
      title,
      hasErrors: shown.form.errors.length > 0,
      noIndex: true,
      main: (
        <>
          <FormErrors form={shown.form} />
          <OwnPartView
            part={part}
            action={ownDelegatePath(secret)}
            form={shown.form}
            questions={shown.questions}
            shifts={doubleBookings.get(delegate.id) ?? []}
            place={<OwnPlacePart part={part} secret={secret} whyNot={why?.detail ?? null} />}
          />
        </>
      ),
    };
    return this.site.send(request, reply, page, status);
  }
}
