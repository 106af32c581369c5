import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import { form, pickFields, readToken, refusedFields, submittedValues, type Form } from '#ui';
import { FindExhibition } from '../../exhibitions/find-exhibition.js';
import { ExhibitionForms } from '../../exhibitions/pages/exhibition-forms.js';
import { readTask, TaskFields, taskNames } from '../../tasks/form/task-form.js';
import { ReadTasks } from '../../tasks/read-tasks.js';
import { titleOf } from '../domain/note.js';
import { KeepNotes } from '../notes/keep-notes.js';
import type { NoteRow } from '../notes/note.entity.js';
import { ReadNotes } from '../notes/read-notes.js';

const part = 'afterwards/notes';

/** Makes a task of a note: it needs a day, and perhaps somebody. */
@Controller('stands/manage/:id/afterwards/notes/:noteId/task')
export class NoteTaskPage {
  constructor(
    private readonly forms: ExhibitionForms,
    private readonly exhibitions: FindExhibition,
    private readonly notes: ReadNotes,
    private readonly tasks: ReadTasks,
    private readonly keep: KeepNotes,
    private readonly runOnce: RunOnce,
  ) {}

  @Get()
  async show(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const note = await this.notes.one({ exhibitionId, id });
    return this.ask(request, reply, note, form(suggestion(note)), randomUUID());
  }

  @Post()
  async save(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, taskNames);
    const token = readToken(sent);
    const actor = actorOf(request);
    const note = await this.notes.one({ exhibitionId, id });
    try {
      await this.runOnce.run(actor, token, { ...values, id }, async (manager) => {
        const made = await this.keep.makeTask(manager, actor, { exhibitionId, id }, readTask(values));
        return made.id;
      });
    } catch (error) {
      return this.ask(request, reply, note, form(values, refusedFields(error, taskNames)), token);
    }
    return this.forms.done(reply, exhibitionId, 'tasks', 'The note is a task now.');
  }

  private async ask(request: FastifyRequest, reply: FastifyReply, note: NoteRow, shown: Form, token: string) {
    const exhibition = await this.exhibitions.byId(note.exhibitionId);
    if (note.taskId !== null) {
      return this.forms.undone(reply, exhibition.id, 'tasks', 'This note is a task already.');
    }
    return this.forms.send(
      request,
      reply,
      {
        exhibition,
        heading: 'Make it a task',
        part: `${part}/${note.id}/task`,
        backPart: part,
        form: shown,
        hidden: { once: token },
        saveLabel: 'Add the task',
        children: <TaskFields form={shown} staff={await this.tasks.staffNames()} />,
      },
      shown.errors.length > 0 ? 422 : 200,
    );
  }
}

function suggestion({ kind, text, ownerName }: NoteRow) {
  const title = titleOf(text);
  return {
    title: kind === 'buy' ? `Buy: ${titleOf(text, 190)}` : title,
    kind: 'other',
    ownerName: ownerName ?? '',
    note: title === text ? '' : text,
  };
}
