import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { Button, field, form, FormErrors, Input, textIn, withErrors, type Form } from '#ui';
import { statusOfProblems } from '#uploads';
import { BookingFrame, refusalOn, type OpenBooking } from '../../booking-page/booking-frame.js';
import { bookingQuestions } from '../../booking-page/still-missing.js';
import { QuestionFields } from '../../questions/form/question-fields.js';
import { answerValues, readAnswers } from '../../questions/form/read-answers.js';
import { inspectFiles, receiveAnswers } from '../../questions/form/receive-answers.js';
import { AnswerAboutBooking } from '../answer-about-booking.js';

/** What is asked about a booking as a whole. */
@Controller('conference/bookings/:key/questions')
export class AboutBookingPage {
  constructor(
    private readonly frame: BookingFrame,
    private readonly answer: AnswerAboutBooking,
  ) {}

  @Get()
  async show(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    if (open.standing === 'done') return this.frame.redirect(reply, open.path);
    const bookerPhone = open.booking.bookerPhone ?? '';
    return this.sendForm(request, reply, open, form({ bookerPhone, ...answerValues(open.answers) }));
  }

  @Post()
  async save(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const open = await this.frame.open(request, key);
    const { values, files } = await receiveAnswers(request);
    const { questions } = bookingQuestions(open);
    const inspected = inspectFiles(questions, files);
    if (inspected.problems.length > 0) {
      const status = statusOfProblems(inspected.problems);
      return this.sendForm(request, reply, open, form(values, inspected.problems), status);
    }
    try {
      await this.answer.run(actorOf(request), key, {
        bookerPhone: textIn(values, 'bookerPhone'),
        answers: readAnswers(questions, values, open.answers),
        files: inspected.files,
      });
      return this.frame.redirect(reply, open.path, 'Your answers about the booking are saved.');
    } catch (error) {
      const { status, errors } = refusalOn(error);
      const again = await this.frame.open(request, key);
      return this.sendForm(request, reply, again, withErrors(form(values), errors), status);
    }
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    open: OpenBooking,
    shown: Form,
    status = 200,
  ) {
    const { questions } = bookingQuestions(open);
    const hasFiles = questions.some(({ kind }) => kind === 'file');
    return this.frame.send(
      request,
      reply,
      open,
      {
        title: 'About the booking',
        hasErrors: shown.errors.length > 0,
        main: (
          <>
            <FormErrors form={shown} />
            <span class="govuk-caption-l">{open.catalogue.conference.title}</span>
            <h1 class="govuk-heading-xl">About the booking</h1>
            <form
              method="post"
              action={`${open.path}/questions`}
              enctype={hasFiles ? 'multipart/form-data' : undefined}
              novalidate
            >
              <Input
                {...field(shown, 'bookerPhone')}
                label="Your telephone number (optional)"
                hint="In case we have a question about the booking."
                type="tel"
                classes="govuk-input--width-20"
                autocomplete="tel"
              />
              <QuestionFields questions={questions} form={shown} kept={open.answers} />
              <Button preventDoubleClick>Save and continue</Button>
            </form>
          </>
        ),
      },
      status,
    );
  }
}
