import { Controller, Delete, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, asPrecondition, notKept, readJson, Transactions } from '#platform';
import { apiPath } from '../../openapi/api-part.js';
import { seenVersion } from '../../readiness/api/seen-version.js';
import { VisitAnswers } from '../../visits/api/visit-answers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { KeepSheet } from '../keep-sheet.js';
import { MakeSheet } from '../make-sheet.js';
import { whichOf } from '../pages/sheet.page.js';
import { ReadSheets } from '../read-sheets.js';
import { SendSheet } from '../send-sheet.js';
import { SheetLinks } from '../sheet-links.js';
import type { Sheet, WhichSheet } from '../sheets.js';
import { linkJson, saidJson, sheetJson } from './sheet-json.js';
import { sendInput, sheetInput } from './sheet.schema.js';

/** The sheets of a visit's hosts and interpreters, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/sheets')
export class SheetsController {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: FindVisit,
    private readonly sheets: ReadSheets,
    private readonly making: MakeSheet,
    private readonly keep: KeepSheet,
    private readonly links: SheetLinks,
    private readonly sending: SendSheet,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const sheets = await this.sheets.all(await this.visits.byIdOrSlug(key));
    const since = await this.making.sinceSent(sheets);
    const items = sheets.map((sheet) => sheetJson(sheet, since.get(sheet.subject.id), this.isOpen(sheet)));
    return reply.headers(notKept).send({ items });
  }

  @Get(':kind/:subjectId')
  async one(
    @Param('id') key: string,
    @Param('kind') kind: string,
    @Param('subjectId') subjectId: string,
    @Res() reply: FastifyReply,
  ) {
    return this.send(reply, await this.which(key, kind, subjectId));
  }

  @Put(':kind/:subjectId')
  async change(
    @Param('id') key: string,
    @Param('kind') kind: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = seenVersion(request);
    const { notes, showsNeeds } = readJson(request, sheetInput);
    const which = await this.which(key, kind, subjectId);
    await asPrecondition(this.keep.save(actorOf(request), which, version, { notes, showsNeeds }));
    return this.send(reply, which);
  }

  @Post(':kind/:subjectId/sending')
  async mail(
    @Param('id') key: string,
    @Param('kind') kind: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { to } = readJson(request, sendInput);
    const which = await this.which(key, kind, subjectId);
    return this.answers.postThing(request, reply, {
      status: 200,
      work: async () => {
        const { subject, version, link } = await this.transactions.run((manager) =>
          this.sending.run(manager, actorOf(request), which, to),
        );
        // Neither the link nor the address is remembered with the key.
        return { id: subject.id, version, sentNumber: link?.sent?.number ?? 0 };
      },
    });
  }

  @Post(':kind/:subjectId/links')
  async makeLink(
    @Param('id') key: string,
    @Param('kind') kind: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const which = await this.which(key, kind, subjectId);
    // The answer holds a secret and is made again from what is kept, so it is remembered under no key.
    const link = await this.links.make(actorOf(request), which);
    reply.header(
      'location',
      `${apiPath}/visits/${which.visitId}/sheets/${kind}/${subjectId}/links/${link.id}`,
    );
    return reply
      .code(201)
      .headers(notKept)
      .send(linkJson(which, link, true));
  }

  @Delete(':kind/:subjectId/links/:linkId')
  async endLink(
    @Param('id') key: string,
    @Param('kind') kind: string,
    @Param('subjectId') subjectId: string,
    @Param('linkId') linkId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.links.end(actorOf(request), await this.which(key, kind, subjectId), linkId);
    return reply.code(204).headers(notKept).send();
  }

  private async which(key: string, kind: string, subjectId: string): Promise<WhichSheet> {
    const { id } = await this.visits.byIdOrSlug(key);
    return whichOf(id, kind, subjectId);
  }

  private async send(reply: FastifyReply, which: WhichSheet) {
    const made = await this.making.run(which);
    const { sheet } = made;
    const since = (await this.making.sinceSent([sheet])).get(sheet.subject.id);
    const body = { ...sheetJson(sheet, since, this.isOpen(sheet)), ...saidJson(made) };
    return this.answers.thing(reply, body);
  }

  private isOpen(sheet: Sheet): boolean {
    return sheet.link !== null && this.sheets.isOpen(sheet, sheet.link);
  }
}
