import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import {
  BackLink,
  form,
  FormPage,
  field,
  pickFields,
  refusedFields,
  Site,
  submittedValues,
  Textarea,
  textIn,
  type Form,
} from '#ui';
import { ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { ConferenceFrame } from '../../conferences/pages/conference-frame.js';
import { StaffConferences } from '../../conferences/staff-conferences.js';
import { managePath } from '../../manage/addresses.js';
import type { ListQuery } from '../../money/domain/invoice-list.js';
import { everyLine } from '../../running/lists/every-line.js';
import { linePath } from '../addresses.js';
import { readLineQuery } from '../domain/line-query.js';
import { FindEntry } from '../find-entry.js';
import { PassOver } from '../pass-over.js';
import { ReadLine } from '../read-line.js';
import { lineSheet } from './line-sheet.js';
import { LineView, pageSize } from './line.view.js';

/** The line of a conference as staff see it. */
@Controller('conference/manage/:id/waiting-list')
export class LinePage {
  constructor(
    private readonly site: Site,
    private readonly conferences: StaffConferences,
    private readonly catalogues: ReadCatalogue,
    private readonly line: ReadLine,
    private readonly find: FindEntry,
    private readonly passOver: PassOver,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() sent: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const conference = await this.conferences.read(id);
    const query = readLineQuery(sent);
    const [catalogue, part, numbers] = await Promise.all([
      this.catalogues.of(id),
      this.line.page(id, query, pageSize),
      this.line.numbers(id),
    ]);
    return this.site.send(request, reply, {
      title: `Waiting list: ${conference.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Manage conferences</BackLink>,
      main: (
        <ConferenceFrame conference={conference} heading="Waiting list" current="waiting-list">
          <LineView catalogue={catalogue} query={query} part={part} numbers={numbers} />
        </ConferenceFrame>
      ),
    });
  }

  /** Those of the list at the same address, on all of its pages. */
  @Get('export.:format')
  async export(
    @Param('id') id: string,
    @Param('format') asked: string,
    @Query() sent: ListQuery,
    @Res() reply: FastifyReply,
  ) {
    const format = sheetFormatOf(asked);
    const { title } = await this.conferences.read(id);
    const query = { ...readLineQuery(sent), page: 1 };
    const [catalogue, { items }] = await Promise.all([
      this.catalogues.of(id),
      this.line.page(id, query, everyLine),
    ]);
    return sendSheet(reply, lineSheet(`Waiting list, ${title}`, catalogue, items), format);
  }

  @Get(':entry/pass-over')
  async ask(
    @Param('id') id: string,
    @Param('entry') entry: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.sendQuestion(id, entry, request, reply, form());
  }

  @Post(':entry/pass-over')
  async pass(
    @Param('id') id: string,
    @Param('entry') entry: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const values = pickFields(submittedValues(body), ['reason']);
    try {
      const { name } = await this.passOver.run(id, entry, textIn(values, 'reason'));
      const text = `${name} is off the waiting list, and has been told why.`;
      return this.site.redirect(reply, linePath(id), { type: 'success', text });
    } catch (error) {
      return this.sendQuestion(id, entry, request, reply, form(values, refusedFields(error, ['reason'])));
    }
  }

  private async sendQuestion(
    id: string,
    entryId: string,
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Form,
  ) {
    const conference = await this.conferences.read(id);
    const { name } = await this.find.forReading(request.identity, entryId);
    const hasErrors = shown.errors.length > 0;
    const page = {
      title: `Take ${name} off the waiting list: ${conference.title}`,
      noIndex: true,
      hasErrors,
      before: <BackLink href={linePath(id)}>Waiting list</BackLink>,
      main: (
        <FormPage
          heading={`Take ${name} off the waiting list?`}
          action={`${linePath(id)}/${entryId}/pass-over`}
          form={shown}
          saveLabel="Take them off"
          isWarning
          cancelPath={linePath(id)}
          cancelLabel="Leave them on it"
        >
          <p class="govuk-body">
            They are told why. What is offered to them now goes to the next in line. They can join again, at
            the end.
          </p>
          <Textarea
            {...field(shown, 'reason')}
            label={{ text: 'Why?', classes: 'govuk-label--s' }}
            hint="They read these words in the mail that tells them."
            rows={4}
          />
        </FormPage>
      ),
    };
    return this.site.send(request, reply, page, hasErrors ? 422 : 200);
  }
}
