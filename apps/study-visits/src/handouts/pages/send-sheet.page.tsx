import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, RunOnce } from '#platform';
import {
  field,
  form,
  pickFields,
  Radios,
  readToken,
  refusedFields,
  submittedValues,
  textIn,
  type Form,
} from '#ui';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { sheetPart } from '../addresses.js';
import { changeLines } from '../change-lines.js';
import { MakeSheet } from '../make-sheet.js';
import { ReadSheets } from '../read-sheets.js';
import { SendSheet } from '../send-sheet.js';
import type { Sheet, WhichSheet } from '../sheets.js';
import { whichOf } from './sheet.page.js';
import { ChangeLines } from './staff-sheet.view.js';

const names = ['to'] as const;

/** Where staff say who is to have the link to a sheet. */
@Controller('visits/manage/:id/sheets/:kind/:subjectId/send')
export class SendSheetPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly sheets: ReadSheets,
    private readonly making: MakeSheet,
    private readonly sending: SendSheet,
    private readonly once: RunOnce,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const sheet = await this.sheets.one(whichOf(visitId, part, subjectId));
    const before = sheet.link?.sent?.to ?? null;
    const only = sheet.subject.readers.length === 1 ? sheet.subject.readers[0]?.email : undefined;
    return this.ask(request, reply, sheet, form({ to: before ?? only ?? '' }), randomUUID());
  }

  @Post()
  async send(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const which = whichOf(visitId, part, subjectId);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    const token = readToken(sent);
    const to = textIn(values, 'to');
    const actor = actorOf(request);
    try {
      await this.once.run(actor, token, { ...which, to }, async (manager) => {
        const { subject } = await this.sending.run(manager, actor, which, to);
        return subject.id;
      });
      return await this.forms.done(reply, visitId, backOf(which), `The link goes to ${to.trim()}.`);
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      if (isProblem(error, 409)) return this.forms.undone(reply, visitId, backOf(which), error.detail);
      const sheet = await this.sheets.one(which);
      return this.ask(request, reply, sheet, form(values, refusedFields(error, names)), token);
    }
  }

  private async ask(request: FastifyRequest, reply: FastifyReply, sheet: Sheet, shown: Form, token: string) {
    const { visit, subject, link } = sheet;
    const since = (await this.making.sinceSent([sheet])).get(subject.id);
    const lines = since === undefined ? [] : changeLines(since);
    const page = {
      visit,
      heading: `Mail the sheet of ${subject.name}`,
      part: sheetPart(subject.kind, subject.id, 'send'),
      backPart: sheetPart(subject.kind, subject.id),
      form: shown,
      hidden: { once: token },
      saveLabel: 'Mail it',
      children: (
        <>
          {link?.sent && (
            <p class="govuk-body">
              {lines.length === 0
                ? 'Nothing has changed since it was mailed last. It is mailed once more, with the same link.'
                : 'The mail says what has changed since it was mailed last:'}
            </p>
          )}
          <ChangeLines lines={lines} />
          {subject.readers.length === 0 ? (
            <p class="govuk-body">
              {subject.kind === 'host'
                ? 'No contact of this host has a mail address. Enter one with the host first.'
                : 'They have no mail address here. Enter one with the interpreter first.'}
            </p>
          ) : (
            <Radios
              {...field(shown, 'to')}
              fieldset={{ legend: { text: 'Who is to have it?' } }}
              items={subject.readers.map(({ name, email }) => ({
                value: email,
                text: name,
                hint: { text: email },
              }))}
            />
          )}
        </>
      ),
    };
    return this.forms.send(request, reply, page, shown.errors.length > 0 ? 422 : 200);
  }
}

const backOf = ({ kind, subjectId }: WhichSheet): string => sheetPart(kind, subjectId);
