import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform';
import {
  BackLink,
  form,
  pickFields,
  readVersion,
  refusedFields,
  Site,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { ownTravelPath } from '../../travellers/addresses.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { ownNotePath } from '../addresses.js';
import { checkLearningNote, isSameNote, type LearningNoteInput } from '../domain/learning-note.js';
import { KeepOwnNote, noteOf, type OwnNote } from '../own-note.js';
import { fillNote, noteNames, readNote } from './note-fields.js';
import { OwnNoteView } from './own-note.view.js';

/** Where a traveller writes down what they learned, by their own link. */
@Controller('visits/travellers/:secret/learning-note')
export class OwnNotePage {
  constructor(
    private readonly site: Site,
    private readonly notes: KeepOwnNote,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.notes.of(secret);
    const values = own.note === null ? {} : fillNote(noteOf(own.note));
    return this.send(request, reply, { secret, own, shown: form(values), version: own.note?.version ?? 0 });
  }

  @Post()
  async save(
    @Param('secret') secret: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sent = submittedValues(body);
    const values = pickFields(sent, noteNames);
    const version = readVersion(sent) ?? 0;
    const input = readNote(values, textIn(sent, 'step') === 'hand-in');
    try {
      await this.notes.save(secret, version, input);
      return this.saved(reply, secret, input);
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
      const own = await this.notes.of(secret);
      // Saved by a first press of the same button.
      if (isProblem(error, 409) && saysAlready(own, input)) return this.saved(reply, secret, input);
      const errors =
        error.status === 409 ? [{ field: '', message: error.detail }] : refusedFields(error, noteNames);
      const now = error.status === 409 ? (own.note?.version ?? 0) : version;
      return this.send(
        request,
        reply,
        { secret, own, shown: form(values, errors), version: now },
        error.status,
      );
    }
  }

  @Post('take-back')
  async takeBack(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    await this.notes.takeBack(secret);
    return this.site.redirect(reply, ownNotePath(secret), {
      type: 'success',
      text: 'Nobody but staff can read your note any more. It is off the visit’s page.',
    });
  }

  private saved(reply: FastifyReply, secret: string, { isHandedIn, hasConsented }: LearningNoteInput) {
    const next = hasConsented
      ? 'Staff read it, and then put it on the visit’s page.'
      : 'Staff read it; it is not published.';
    return this.site.redirect(reply, ownNotePath(secret), {
      type: 'success',
      text: isHandedIn ? `Thank you. ${next}` : 'The draft is saved. Nobody else reads it.',
    });
  }

  private send(request: FastifyRequest, reply: FastifyReply, asked: Asked, status = 200) {
    const { secret, own, shown, version } = asked;
    const page = {
      title: `What you learned: ${own.visit.title}`,
      noIndex: true,
      hasErrors: shown.errors.length > 0,
      before: <BackLink href={ownTravelPath(secret)}>{own.visit.title}</BackLink>,
      main: <OwnNoteView own={own} form={shown} version={version} secret={secret} />,
    };
    return this.site.send(request, reply, page, status);
  }
}

interface Asked {
  readonly secret: string;
  readonly own: OwnNote;
  readonly shown: Form;
  readonly version: number;
}

function saysAlready({ note }: OwnNote, input: LearningNoteInput): boolean {
  const checked = checkLearningNote(input);
  return checked.ok && note !== null && isSameNote(noteOf(note), checked.value);
}
