import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, unprocessable, type Actor } from '#platform';
import { form, refusedFields, submittedValues, textIn, type Form } from '#ui';
import { thingPath } from '../../../set-up/addresses.js';
import { unlessGone } from '../../../set-up/problems.js';
import { SetUpPages, type Answering } from '../../../set-up/pages/set-up-pages.js';
import { whatToDo } from '../../../set-up/pages/what-to-do.js';
import { QuestionsRepository } from '../questions.repository.js';
import { RetireQuestion } from '../retire-question.js';

/** Stops asking a question, asks it again, or deletes it where nobody ever answered it. */
@Controller('conference/manage/:id/questions/:questionId/retire')
export class RetireQuestionPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly questions: QuestionsRepository,
    private readonly retireQuestion: RetireQuestion,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, questionId, form(), 200);
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
    const chosen = textIn(submittedValues(body), 'do');
    try {
      const said = await this.take(actorOf(request), conferenceId, id, chosen);
      return this.pages.done(reply, conferenceId, 'questions', said);
    } catch (error) {
      const shown = form({ do: chosen }, refusedFields(error, ['do']));
      return this.send({ request, reply, conference }, id, shown, 422);
    }
  }

  /** @returns what is said of it afterwards */
  private async take(actor: Actor, conferenceId: string, id: string, chosen: string): Promise<string> {
    if (chosen === 'delete') {
      await unlessGone(this.retireQuestion.delete(actor, conferenceId, id));
      return 'The question is deleted.';
    }
    if (chosen !== 'retire' && chosen !== 'restore') {
      throw unprocessable([{ field: 'do', code: 'missing', message: 'Say what is to be done.' }]);
    }
    const isRetired = chosen === 'retire';
    await this.retireQuestion.run(actor, conferenceId, id, isRetired);
    return isRetired ? 'The question is not asked any more.' : 'The question is asked again.';
  }

  private async send(answering: Answering, questionId: string, shown: Form, status: number) {
    const { conference } = answering;
    const question = await this.questions.read(conference.id, questionId);
    const { isAnswered } = await this.questions.answered(questionId);
    const page = {
      part: 'questions',
      title: question.isRetired ? 'Ask a question again' : 'Stop asking a question',
      heading: question.isRetired ? `Ask “${question.label}” again?` : `Stop asking “${question.label}”?`,
      action: thingPath(conference.id, 'questions', questionId, 'retire'),
      shown,
      cancelLabel: 'Leave it as it is',
      ...whatToDo(
        shown,
        [
          question.isRetired
            ? {
                value: 'restore',
                text: 'Ask it again',
                hint: 'Of whoever books or changes a booking from now on.',
              }
            : {
                value: 'retire',
                text: 'Stop asking it',
                hint: 'Nobody is asked it from now on. The answers that there are stay. You can ask it again.',
              },
          ...(isAnswered
            ? []
            : [
                {
                  value: 'delete',
                  text: 'Delete it',
                  hint: 'Nobody has answered it. This cannot be undone.',
                },
              ]),
        ],
        isAnswered ? 'It cannot be deleted, as it has been answered.' : null,
      ),
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}
