import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThingForms } from '../../plans/pages/thing-forms.js';
import type { ThingKind } from '../../plans/pages/thing-kind.js';
import type { TaskInput } from '../domain/task.js';
import { fillTask, readTask, TaskFields, taskNames } from '../form/task-form.js';
import { KeepTasks } from '../keep-tasks.js';
import { ReadTasks } from '../read-tasks.js';
import type { TaskRow } from '../task.entity.js';

/** Adds, changes and deletes a task. */
@Controller('stands/manage/:id/tasks')
export class TaskFormsPage {
  private readonly kind: ThingKind<TaskRow, TaskInput>;

  constructor(
    private readonly forms: ThingForms,
    tasks: ReadTasks,
    keep: KeepTasks,
  ) {
    this.kind = {
      part: 'tasks',
      what: 'task',
      names: taskNames,
      title: ({ title }) => title,
      fill: fillTask,
      read: readTask,
      fields: async (form) => <TaskFields form={form} staff={await tasks.staffNames()} />,
      one: (which) => tasks.one(which),
      saysAlready: (task, input) => keep.saysAlready(task, input),
      add: (...given) => keep.add(...given),
      edit: (...given) => keep.edit(...given),
      remove: (...given) => keep.remove(...given),
    };
  }

  @Get('new')
  showNew(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.showNew(this.kind, { request, reply, exhibitionId });
  }

  @Post('new')
  add(@Param('id') exhibitionId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.forms.saveNew(this.kind, { request, reply, exhibitionId });
  }

  @Get(':taskId/edit')
  showEdit(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':taskId/edit')
  save(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Get(':taskId/delete')
  showDelete(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':taskId/delete')
  remove(
    @Param('id') exhibitionId: string,
    @Param('taskId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(this.kind, { request, reply, exhibitionId }, id);
  }
}
