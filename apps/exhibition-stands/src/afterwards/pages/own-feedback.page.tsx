import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
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
import { whenOf } from '../../team/exhibition-words.js';
import { hoursInWords } from '../../team/slot-words.js';
import { feedbackPath } from '../addresses.js';
import { wordsKeptForMonths } from '../domain/feedback.js';
import { AnswerFeedback } from '../feedback/answer-feedback.js';
import { ReadFeedback, type AskedFeedback } from '../feedback/read-feedback.js';
import { FeedbackFields, feedbackNames, fillFeedback, readFeedback } from './feedback-fields.js';

/** Where somebody says how it was, by the link in the mail that thanked them. */
@Controller('stands/feedback/:secret')
export class OwnFeedbackPage {
  constructor(
    private readonly site: Site,
    private readonly feedback: ReadFeedback,
    private readonly answer: AnswerFeedback,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = await this.feedback.bySecret(secret);
    const values = asked.answer === null ? {} : fillFeedback(asked.answer);
    return this.send(request, reply, secret, asked, form(values));
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
      await this.answer.run(secret, readFeedback(values));
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const errors =
        error.status === 409 ? [{ field: '', message: error.detail }] : refusedFields(error, feedbackNames);
      const asked = await this.feedback.bySecret(secret);
      return this.send(request, reply, secret, asked, form(values, errors), error.status);
    }
    return this.site.redirect(reply, feedbackPath(secret), {
      type: 'success',
      text: 'Thank you. We have what you said.',
    });
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    secret: string,
    asked: AskedFeedback,
    shown: Form,
    status = 200,
  ) {
    const { exhibition } = asked;
    return this.site.send(
      request,
      reply,
      {
        title: `How was it? ${exhibition.title}`,
        noIndex: true,
        hasErrors: shown.errors.length > 0,
        main: <OwnFeedbackView asked={asked} form={shown} action={feedbackPath(secret)} />,
      },
      status,
    );
  }
}

interface OwnFeedbackProps {
  readonly asked: AskedFeedback;
  readonly form: Form;
  readonly action: string;
}

function OwnFeedbackView({ asked, form: shown, action }: OwnFeedbackProps) {
  const { exhibition, member, thanks, until, isOpen, answer } = asked;
  const day = dateInWords(until);
  return (
    <>
      <FormErrors form={shown} />
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-xl">How was it?</h1>
      <p class="govuk-body">
        <bdi>{`Hello ${member.name}.`}</bdi> You stood {hoursInWords(thanks.minutes)} on our stand,{' '}
        {whenOf(exhibition)}. Thank you!
      </p>
      {isOpen ? (
        <>
          <InsetText>
            The network’s staff see what you say here with your name; nobody else does unless you let us quote
            you. They may make a note for next year of it, without your name. After {wordsKeptForMonths}{' '}
            months we delete what you wrote and who said it, and keep only how many gave which mark.
          </InsetText>
          <form method="post" action={action} novalidate>
            <FeedbackFields form={shown} />
            <Button preventDoubleClick>{answer === null ? 'Send it' : 'Change what I said'}</Button>
          </form>
          <p class="govuk-body">You can change it with the same link until {day}.</p>
        </>
      ) : (
        <InsetText>
          {answer === null
            ? `Answers could be given until ${day}..`
            : `You have told us how it was; it could be changed until ${day}. Thank you.`}
        </InsetText>
      )}
    </>
  );
}
