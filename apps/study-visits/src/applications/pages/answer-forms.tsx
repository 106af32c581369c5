import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  field,
  form,
  numberInWords,
  pickFields,
  refusedFields,
  sendForm,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { longestAnswer } from '../domain/answers.js';
import type { Question } from '../domain/application.js';
import { questionWords } from '../in-words.js';
import { answerMark } from '../marks.js';
import { OpenApplication } from '../open-application.js';
import { SaveAnswer } from '../save-answer.js';
import type { ApplicationPlace } from './application-place.js';
import { Lines } from './lines.js';
import { Meanwhile } from './meanwhile.js';

const controls = ['answer'] as const;

/** The steps that are one question each. */
@Injectable()
export class AnswerForms {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly saveAnswer: SaveAnswer,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace, question: Question) {
    const { row } = await this.applications.read(place.who);
    if (row.status !== 'draft') return this.site.redirect(reply, place.path());
    return this.send(request, reply, place, question, form({ answer: row.answers[question] ?? '' }));
  }

  async save(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace, question: Question) {
    const sent = submittedValues(request.body);
    const values = pickFields(sent, controls);
    const mark = textIn(sent, 'mark');
    try {
      await this.saveAnswer.run(place.who, question, textIn(values, 'answer'), { mark });
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        const isMeanwhile = error.code === 'edited-meanwhile';
        const shown = form(values, isMeanwhile ? [] : [{ field: '', message: error.detail }]);
        return this.send(request, reply, place, question, shown, { status: 409, isMeanwhile });
      }
      const shown = form(values, refusedFields(error, controls));
      return this.send(request, reply, place, question, shown, { status: 422, mark });
    }
    return this.site.redirect(reply, place.path());
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    place: ApplicationPlace,
    question: Question,
    shown: Form,
    {
      status = 200,
      isMeanwhile = false,
      mark,
    }: { status?: number; isMeanwhile?: boolean; mark?: string } = {},
  ) {
    const { row, visit } = await this.applications.read(place.who);
    const { asked, hint } = questionWords[question];
    return sendForm(
      this.site,
      request,
      reply,
      {
        title: `${asked} ${visit.title}`,
        heading: asked,
        back: place.path(),
        backText: 'The application',
        action: place.path(question),
        form: shown,
        hidden: { mark: mark ?? answerMark(row, question) },
        saveLabel: isMeanwhile ? 'Save mine in place of that' : 'Save and go on',
        cancelLabel: 'Back without saving',
        notice: isMeanwhile && (
          <Meanwhile reloadPath={place.path(question)}>
            <p>
              <Lines text={row.answers[question] ?? 'Nothing'} />
            </p>
          </Meanwhile>
        ),
        children: (
          <Textarea
            {...field(shown, 'answer')}
            label={{ text: 'Your answer' }}
            hint={`${hint} Up to ${numberInWords(longestAnswer[question])} characters.`}
            rows={question === 'supporter' ? 5 : 12}
          />
        ),
      },
      status,
    );
  }
}
