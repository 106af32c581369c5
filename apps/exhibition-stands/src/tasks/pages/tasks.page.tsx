import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site, submittedValues, textIn } from '#ui';
import { manageExhibitionPath, managePath } from '../../exhibitions/addresses.js';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { KeepTasks } from '../keep-tasks.js';
import { ReadTasks } from '../read-tasks.js';
import { TasksView } from './tasks.view.js';

/** What is to be done for an exhibition, and ticking it off. */
@Controller('stands/manage/:id/tasks')
export class TasksPage {
  constructor(
    private readonly site: Site,
    private readonly exhibitions: FindExhibition,
    private readonly tasks: ReadTasks,
    private readonly keep: KeepTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const exhibition = await this.exhibitions.byId(id);
    const tasks = await this.tasks.of(id);
    const today = this.clock().toZonedDateTimeISO(exhibition.zone).toPlainDate().toString();
    return this.site.send(request, reply, {
      title: `Tasks: ${exhibition.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the stands</BackLink>,
      main: <TasksView exhibition={exhibition} tasks={tasks} today={today} />,
    });
  }

  @Post(':taskId/done')
  async mark(
    @Param('id') exhibitionId: string,
    @Param('taskId') taskId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const isDone = textIn(submittedValues(body), 'done') !== 'no';
    const { title } = await this.keep.mark(actorOf(request), { exhibitionId, id: taskId }, isDone);
    return this.site.redirect(reply, manageExhibitionPath(exhibitionId, 'tasks'), {
      type: 'success',
      text: isDone
        ? `“${title}” is done. Undo it under “Done” if it was the wrong one.`
        : `“${title}” is to be done again.`,
    });
  }
}
