import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ThingForms } from '../../plans/pages/thing-forms.js';
import type { ThingKind } from '../../plans/pages/thing-kind.js';
import { ReadTasks } from '../../tasks/read-tasks.js';
import { titleOf, type NoteInput } from '../domain/note.js';
import { KeepNotes } from '../notes/keep-notes.js';
import type { NoteRow } from '../notes/note.entity.js';
import { ReadNotes } from '../notes/read-notes.js';
import { fillNote, NoteFields, noteNames, readNote } from './note-fields.js';

/** Adds, changes and deletes a note for next year. */
@Controller('stands/manage/:id/afterwards/notes')
export class NoteFormsPage {
  private readonly kind: ThingKind<NoteRow, NoteInput>;

  constructor(
    private readonly forms: ThingForms,
    tasks: ReadTasks,
    notes: ReadNotes,
    keep: KeepNotes,
  ) {
    this.kind = {
      part: 'afterwards/notes',
      what: 'note',
      names: noteNames,
      title: ({ text }) => titleOf(text, 80),
      fill: fillNote,
      read: readNote,
      fields: async (form) => <NoteFields form={form} staff={await tasks.staffNames()} />,
      one: (which) => notes.one(which),
      saysAlready: (note, input) => keep.saysAlready(note, input),
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

  @Get(':noteId/edit')
  showEdit(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':noteId/edit')
  save(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.saveEdit(this.kind, { request, reply, exhibitionId }, id);
  }

  @Get(':noteId/delete')
  showDelete(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.showDelete(this.kind, { request, reply, exhibitionId }, id);
  }

  @Post(':noteId/delete')
  remove(
    @Param('id') exhibitionId: string,
    @Param('noteId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.remove(this.kind, { request, reply, exhibitionId }, id);
  }
}
