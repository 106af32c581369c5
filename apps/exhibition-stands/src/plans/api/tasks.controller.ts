import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, requiredVersion, Transactions } from '#platform';
import { ExhibitionAnswers } from '../../exhibitions/api/exhibition-answers.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { apiPath } from '../../openapi/api-part.js';
import { KeepTasks } from '../../tasks/keep-tasks.js';
import { ReadTasks } from '../../tasks/read-tasks.js';
import { readTask, taskJson } from './plans-json.js';
import { doneInput, taskInput, type TaskOutput } from './plans.schema.js';

/** What is to be done for an exhibition, for programs. */
@Controller('api/v1/exhibition-stands/exhibitions/:id/tasks')
export class TasksController {
  constructor(
    private readonly answers: ExhibitionAnswers,
    private readonly exhibitions: FindExhibition,
    private readonly tasks: ReadTasks,
    private readonly keep: KeepTasks,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Res() reply: FastifyReply) {
    await this.exhibitions.byId(id);
    return reply.headers(notKept).send({ items: (await this.tasks.of(id)).map(taskJson) });
  }

  @Post()
  add(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readTask(readJson(request, taskInput));
    return this.answers.postThing<TaskOutput>(request, reply, {
      status: 201,
      location: ({ id }) => `${apiPath}/exhibitions/${exhibitionId}/tasks/${id}`,
      work: () =>
        this.transactions.run(async (manager) =>
          taskJson(await this.keep.add(manager, actorOf(request), exhibitionId, input)),
        ),
    });
  }

  @Get(':taskId')
  async show(@Param('id') exhibitionId: string, @Param('taskId') id: string, @Res() reply: FastifyReply) {
    await this.exhibitions.byId(exhibitionId);
    return this.answers.thing(reply, taskJson(await this.tasks.one({ exhibitionId, id })));
  }

  @Put(':taskId')
  async change(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = { exhibitionId, id, version: requiredVersion(request) };
    const input = readTask(readJson(request, taskInput));
    const task = await asPrecondition(this.keep.edit(actorOf(request), seen, input));
    return this.answers.thing(reply, taskJson(task));
  }

  @Post(':taskId/done')
  mark(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { isDone } = readJson(request, doneInput);
    return this.answers.postThing<TaskOutput>(request, reply, {
      status: 200,
      work: async () => taskJson(await this.keep.mark(actorOf(request), { exhibitionId, id }, isDone)),
    });
  }

  @Delete(':taskId')
  async remove(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.keep.remove(actorOf(request), { exhibitionId, id, version: null });
    return reply.code(204).headers(notKept).send();
  }
}
