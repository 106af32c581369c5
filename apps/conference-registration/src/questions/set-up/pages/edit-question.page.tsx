import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { form, submittedValues } from '#ui';
import { thingPath } from '../../../set-up/addresses.js';
import { changesBetween } from '../../../set-up/domain/changes.js';
import { LastChange } from '../../../set-up/last-change.js';
import { Meanwhile } from '../../../set-up/pages/meanwhile.js';
import { saveEdit, type ShownEdit } from '../../../set-up/pages/save-edit.js';
import { SetUpPages, type Answering } from '../../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../../tickets/tickets.repository.js';
import { around, ChangeQuestions } from '../change-questions.js';
import { checkQuestion, type SetUpQuestion } from '../domain/question-details.js';
import { questionWords } from '../domain/question-words.js';
import { QuestionsRepository } from '../questions.repository.js';
import { fillQuestion, QuestionFields, questionNames, readQuestion } from './question-form.js';

/** Changes a question. */
@Controller('conference/manage/:id/questions/:questionId/edit')
export class EditQuestionPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly tickets: TicketsRepository,
    private readonly questions: QuestionsRepository,
    private readonly changeQuestions: ChangeQuestions,
    private readonly lastChange: LastChange,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const thing = await this.questions.read(id, questionId);
    const page = { thing, shown: form(fillQuestion(thing)), version: thing.version, isConflict: false };
    return this.send({ request, reply, conference }, page, 200);
  }

  @Post()
  async save(
    @Param('id') conferenceId: string,
    @Param('questionId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(conferenceId);
    const tickets = await this.tickets.list(conference);
    const { earlier } = around(await this.questions.list(conferenceId), id);
    return saveEdit<SetUpQuestion>(submittedValues(body), {
      names: questionNames,
      save: (values, version) =>
        this.changeQuestions.edit(actorOf(request), { conferenceId, id, version }, readQuestion(values)),
      read: () => this.questions.read(conferenceId, id),
      isSame: (question, values) => {
        const typed = checkQuestion(readQuestion(values), { tickets, earlier });
        const words = questionWords(question, { tickets, earlier });
        return (
          typed.ok && changesBetween(words, questionWords(typed.value, { tickets, earlier })).length === 0
        );
      },
      saved: () => this.pages.done(reply, conferenceId, 'questions', 'The question is saved.'),
      show: (page, status) => this.send({ request, reply, conference }, page, status),
    });
  }

  private async send(answering: Answering, page: ShownEdit<SetUpQuestion>, status: number) {
    const { conference } = answering;
    const { thing, shown, version, isConflict } = page;
    const tickets = await this.tickets.list(conference);
    const { earlier } = around(await this.questions.list(conference.id), thing.id);
    const { isAnswered } = await this.questions.answered(thing.id);
    const action = thingPath(conference.id, 'questions', thing.id, 'edit');
    const change = isConflict ? await this.lastChange.of(conference.id, thing) : null;
    const thingPage = {
      part: 'questions',
      title: 'Change a question',
      heading: `Change “${thing.label}”`,
      action,
      shown,
      hidden: { version: String(version) },
      saveLabel: isConflict ? 'Save mine in place of theirs' : 'Save the changes',
      notice: <Meanwhile what="question" change={change} reloadPath={action} />,
      children: (
        <>
          {isAnswered && (
            <p class="govuk-body">
              It was answered already: it stays answered in the same way and asked of the same, and choices
              that somebody chose stay.
            </p>
          )}
          <QuestionFields form={shown} tickets={tickets} earlier={earlier} />
        </>
      ),
    } as const;
    return this.pages.sendThing(answering, thingPage, status);
  }
}
