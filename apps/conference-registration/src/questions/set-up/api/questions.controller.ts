import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, readJson, requiredVersion } from '#platform';
import { StaffConferences } from '../../../conferences/staff-conferences.js';
import { ThingAnswers } from '../../../set-up/api/thing-answers.js';
import { orderInput } from '../../../set-up/api/thing-paths.js';
import { ChangeQuestions } from '../change-questions.js';
import type { QuestionInput, SetUpQuestion } from '../domain/question-details.js';
import { QuestionsRepository } from '../questions.repository.js';
import { RetireQuestion } from '../retire-question.js';
import { questionInput, retirementInput } from './question-paths.js';

/** What a conference asks, for programs. */
@Controller('api/v1/conference-registration/conferences/:id/questions')
export class QuestionsController {
  constructor(
    private readonly answers: ThingAnswers,
    private readonly conferences: StaffConferences,
    private readonly questions: QuestionsRepository,
    private readonly changeQuestions: ChangeQuestions,
    private readonly retireQuestion: RetireQuestion,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.conferences.read(id);
    return this.answers.list(reply, (await this.questions.list(id)).map(json));
  }

  @Post()
  async add(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = read(request);
    return this.answers.made(request, reply, `${id}/questions`, async (manager) =>
      json(await this.changeQuestions.add(manager, actorOf(request), id, input)),
    );
  }

  @Put('order')
  async order(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { ids } = readJson(request, orderInput);
    await this.changeQuestions.order(actorOf(request), id, () => ids);
    return this.list(id, reply);
  }

  @Get(':questionId')
  async show(@Param('id') id: string, @Param('questionId') questionId: string, @Res() reply: FastifyReply) {
    await this.conferences.read(id);
    return this.answers.one(reply, json(await this.questions.read(id, questionId)));
  }

  @Put(':questionId')
  async edit(
    @Param('id') conferenceId: string,
    @Param('questionId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { conferenceId, id, version: requiredVersion(request) };
    const edited = this.changeQuestions.edit(actorOf(request), seen, read(request));
    return this.answers.changed(reply, edited.then(json));
  }

  @Delete(':questionId')
  async remove(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.retireQuestion.delete(actorOf(request), id, questionId);
    return this.answers.gone(reply);
  }

  @Post(':questionId/retirement')
  async retire(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { retired } = readJson(request, retirementInput);
    return this.answers.stepped(request, reply, async () =>
      json(await this.retireQuestion.run(actorOf(request), id, questionId, retired)),
    );
  }
}

function read(request: FastifyRequest): QuestionInput {
  const sent = readJson(request, questionInput);
  return { ...sent, hint: sent.hint ?? '', sensitive: sent.sensitive ?? '' };
}

/** A question as the API tells of it. */
function json(question: SetUpQuestion) {
  const { id, position, askedOf, kind, label, hint, choices, required, sensitive, version } = question;
  const { onlyIf, ticketTypeIds, asksApproval, isRetired: retired } = question;
  return {
    id,
    position,
    askedOf,
    kind,
    label,
    hint,
    choices,
    required,
    sensitive,
    onlyIf,
    ticketTypeIds,
    asksApproval,
    retired,
    version,
  };
}
