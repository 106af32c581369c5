import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { submittedValues, textIn } from '#ui';
import { newThingPath } from '../../../set-up/addresses.js';
import { moved, readMove } from '../../../set-up/domain/order.js';
import { blankForm, SaveNew, type ShownNew } from '../../../set-up/pages/save-new.js';
import { SetUpPages, type Answering } from '../../../set-up/pages/set-up-pages.js';
import { TicketsRepository } from '../../../tickets/tickets.repository.js';
import { ChangeQuestions } from '../change-questions.js';
import { QuestionsRepository } from '../questions.repository.js';
import { blankQuestion, QuestionFields, questionNames, readQuestion } from './question-form.js';
import { QuestionsView } from './questions.view.js';

/** What a conference asks, in its order. */
@Controller('conference/manage/:id/questions')
export class QuestionsPage {
  constructor(
    private readonly pages: SetUpPages,
    private readonly saveNew: SaveNew,
    private readonly tickets: TicketsRepository,
    private readonly questions: QuestionsRepository,
    private readonly changeQuestions: ChangeQuestions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    const [tickets, questions, answers] = await Promise.all([
      this.tickets.list(conference),
      this.questions.list(id),
      this.questions.answers(id),
    ]);
    const view = <QuestionsView conferenceId={id} {...{ tickets, questions, answers }} />;
    return this.pages.sendList({ request, reply, conference }, 'questions', view);
  }

  @Get('new')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conference = await this.pages.conference(id);
    return this.send({ request, reply, conference }, blankForm(blankQuestion), 200);
  }

  @Post('new')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.pages.conference(id);
    const actor = actorOf(request);
    return this.saveNew.run(actor, id, submittedValues(body), {
      names: questionNames,
      make: async (manager, values) => {
        const question = await this.changeQuestions.add(manager, actor, id, readQuestion(values));
        return question.id;
      },
      saved: () => this.pages.done(reply, id, 'questions', 'The question is asked from now on.'),
      show: (page) => this.send({ request, reply, conference }, page, 422),
    });
  }

  @Post('order')
  async order(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const move = readMove(textIn(submittedValues(body), 'move'));
    await this.changeQuestions.order(actorOf(request), id, (ids) => (move === null ? ids : moved(ids, move)));
    return this.pages.done(reply, id, 'questions', 'The order is saved.');
  }

  private async send(answering: Answering, { shown, token }: ShownNew, status: number) {
    const { conference } = answering;
    const tickets = await this.tickets.list(conference);
    const earlier = await this.questions.list(conference.id);
    const page = {
      part: 'questions',
      heading: 'Add a question',
      action: newThingPath(conference.id, 'questions'),
      shown,
      hidden: { once: token },
      saveLabel: 'Add it',
      children: <QuestionFields form={shown} tickets={tickets} earlier={earlier} />,
    } as const;
    return this.pages.sendThing(answering, page, status);
  }
}
