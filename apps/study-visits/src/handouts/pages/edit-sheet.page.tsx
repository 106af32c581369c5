import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import {
  allValues,
  Checkboxes,
  field,
  form,
  pickFields,
  readVersion,
  refusedFields,
  submittedValues,
  Textarea,
  textIn,
  type Form,
  type SubmittedValues,
} from '#ui';
import { isProblem, VisitForms } from '../../visits/pages/visit-forms.js';
import { sheetPart } from '../addresses.js';
import { fewestForNeeds, type SheetInput } from '../domain/sheet.js';
import { KeepSheet } from '../keep-sheet.js';
import { ReadSheets } from '../read-sheets.js';
import type { Sheet, WhichSheet } from '../sheets.js';
import { whichOf } from './sheet.page.js';

const names = ['notes', 'showsNeeds'] as const;

/** What staff say on a sheet, besides what follows from the itinerary. */
@Controller('visits/manage/:id/sheets/:kind/:subjectId/edit')
export class EditSheetPage {
  constructor(
    private readonly forms: VisitForms,
    private readonly sheets: ReadSheets,
    private readonly keep: KeepSheet,
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
    const values = { notes: sheet.notes, showsNeeds: sheet.showsNeeds ? ['yes'] : [] };
    return this.ask(request, reply, sheet, form(values));
  }

  @Post()
  async save(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const which = whichOf(visitId, part, subjectId);
    const sent = submittedValues(request.body);
    const values = pickFields(sent, names);
    const input = readInput(values);
    try {
      await this.keep.save(actorOf(request), which, readVersion(sent) ?? 0, input);
      return await this.saved(reply, which);
    } catch (error) {
      if (isProblem(error, 404)) throw error;
      const sheet = await this.sheets.one(which);
      if (!isProblem(error, 409))
        return this.ask(request, reply, sheet, form(values, refusedFields(error, names)));
      // Saved by a first press of the same button.
      if (this.keep.saysAlready(sheet, input)) return this.saved(reply, which);
      const message = `${error.detail} What you wrote is below; saving replaces what stands there now: “${sheet.notes}”.`;
      return this.ask(request, reply, sheet, form(values, [{ field: '', message }]), 409);
    }
  }

  private saved(reply: FastifyReply, { visitId, kind, subjectId }: WhichSheet) {
    return this.forms.done(reply, visitId, sheetPart(kind, subjectId), 'The sheet says it now.');
  }

  private ask(request: FastifyRequest, reply: FastifyReply, sheet: Sheet, shown: Form, status?: number) {
    const { visit, subject, version } = sheet;
    const isHost = subject.kind === 'host';
    const page = {
      visit,
      heading: `What you say to ${subject.name}`,
      part: sheetPart(subject.kind, subject.id, 'edit'),
      backPart: sheetPart(subject.kind, subject.id),
      form: shown,
      hidden: { version: String(version) },
      saveLabel: 'Save',
      children: (
        <>
          <Textarea
            {...field(shown, 'notes')}
            label={isHost ? 'What they should know' : 'Words and notes for them'}
            hint={
              isHost
                ? 'Whoever has the sheet reads it: no names of travellers, and nothing of anybody’s health.'
                : 'Words that will come up and what they mean, who speaks how fast. No names of travellers, and nothing of anybody’s health.'
            }
            rows={10}
          />
          {isHost && (
            <Checkboxes
              {...field(shown, 'showsNeeds')}
              fieldset={{ legend: { text: 'What travellers eat and need' } }}
              hint={`Tick it for a host who cooks or has steps. They read figures, never names, and none where fewer than ${fewestForNeeds} come.`}
              items={[{ value: 'yes', text: 'Say how many eat or need something of their own' }]}
            />
          )}
        </>
      ),
    };
    return this.forms.send(request, reply, page, status ?? (shown.errors.length > 0 ? 422 : 200));
  }
}

const readInput = (values: SubmittedValues): SheetInput => ({
  notes: textIn(values, 'notes'),
  showsNeeds: allValues(values, 'showsNeeds').includes('yes'),
});
