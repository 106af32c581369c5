import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  BackLink,
  Button,
  dateInWords,
  form,
  FormErrors,
  InsetText,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  type Form,
} from '#ui';
import { ownTravelPath } from '../../travellers/addresses.js';
import { ownFeedbackPath } from '../addresses.js';
import { leastAnswers } from '../domain/asking.js';
import { KeepOwnFeedback, type OwnFeedback } from '../own-feedback.js';
import { FeedbackFields, feedbackNames, fillFeedback, readFeedback } from './feedback-fields.js';

/** Where a traveller says how it was, by their own link. */
@Controller('visits/travellers/:secret/feedback')
export class OwnFeedbackPage {
  constructor(
    private readonly site: Site,
    private readonly feedback: KeepOwnFeedback,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.feedback.of(secret);
    const values = own.answer === null ? {} : fillFeedback(own.answer);
    return this.send(request, reply, secret, own, form(values));
  }

  @Post()
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), feedbackNames);
    try {
      await this.feedback.answer(secret, readFeedback(values));
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.status === 409 ? [{ field: '', message: error.detail }] : refusedFields(error, feedbackNames);
      const own = await this.feedback.of(secret);
      return this.send(request, reply, secret, own, form(values, errors), error.status);
    }
    return this.site.redirect(reply, ownFeedbackPath(secret), {
      type: 'success',
      text: 'Thank you. We have what you said.',
    });
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    own: OwnFeedback,
    shown: Form,
    status = 200,
  ) {
    const page = {
      title: `How was it? ${own.visit.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={ownTravelPath(secret)}>{own.visit.title}</BackLink>,
      main: <OwnFeedbackView own={own} form={shown} action={ownFeedbackPath(secret)} />,
    };
    return this.site.send(request, reply, page, status);
  }
}

interface OwnFeedbackProps {
  readonly own: OwnFeedback;
  readonly form: Form;
  readonly action: string;
}

function OwnFeedbackView({ own, form: shown, action }: OwnFeedbackProps) {
  const { visit, window, answer, from, until } = own;
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">How was it?</h1>
      {window === 'not-yet' && (
        <InsetText>
          {visit.status === 'cancelled'
            ? 'The visit was called off, so there is nothing to say here.'
            : `You can say how it was from ${dateInWords(from)} on, the day after you are back.`}
        </InsetText>
      )}
      {window === 'closed' && (
        <InsetText>
          Answers could be given until {dateInWords(until)}. What was said by then stays, and nobody knows any
          more whose it is.
        </InsetText>
      )}
      {window === 'open' && (
        <>
          <p class="govuk-body">
            Nobody sees which answers are yours, staff neither: they see all of them in no order, and none
            before {leastAnswers} have answered. Leave out of your words what only you can know. You can
            change what you said until {dateInWords(until)}; then we forget whose it was.
          </p>
          <form method="post" action={action} novalidate>
            <FeedbackFields form={shown} />
            <Button preventDoubleClick>{answer === null ? 'Send it' : 'Change what I said'}</Button>
          </form>
        </>
      )}
    </>
  );
}
