import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#platform';
import { BackLink, Site, type Notice } from '#ui';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { kindOfPart, sheetPath, sheetsPath } from '../addresses.js';
import { MakeSheet } from '../make-sheet.js';
import { noSuchSheet, ReadSheets } from '../read-sheets.js';
import { SheetLinks } from '../sheet-links.js';
import type { WhichSheet } from '../sheets.js';
import { sendSheetPdf } from './open-sheet.page.js';
import { StaffSheetView } from './staff-sheet.view.js';

/** The sheet of a host or an interpreter, for staff: as they read it, who has it, what changed since. */
@Controller('visits/manage/:id/sheets/:kind/:subjectId')
export class SheetPage {
  constructor(
    private readonly site: Site,
    private readonly sheets: ReadSheets,
    private readonly making: MakeSheet,
    private readonly links: SheetLinks,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const made = await this.making.run(whichOf(visitId, part, subjectId));
    const { sheet, kept } = made;
    const since = (await this.making.sinceSent([sheet])).get(sheet.subject.id) ?? null;
    return this.site.send(request, reply, {
      title: `${kept.paper.title}: ${sheet.visit.title}`,
      noIndex: true,
      before: <BackLink href={sheetsPath(sheet.visit.id)}>Sheets</BackLink>,
      main: (
        <StaffSheetView
          made={made}
          since={since}
          isOpen={sheet.link !== null && this.sheets.isOpen(sheet, sheet.link)}
          publicUrl={this.site.publicUrl}
        />
      ),
    });
  }

  @Get('sheet.pdf')
  async file(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Res() reply: FastifyReply,
  ) {
    return sendSheetPdf(reply, await this.making.run(whichOf(visitId, part, subjectId)));
  }

  @Post('links')
  makeLink(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const which = whichOf(visitId, part, subjectId);
    return this.act(reply, which, async () => {
      await this.links.make(actorOf(request), which);
      return 'The link is below. Give it to whoever is to have the sheet, and to nobody else.';
    });
  }

  @Post('links/:linkId/end')
  endLink(
    @Param('id') visitId: string,
    @Param('kind') part: string,
    @Param('subjectId') subjectId: string,
    @Param('linkId') linkId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const which = whichOf(visitId, part, subjectId);
    return this.act(reply, which, async () => {
      await this.links.end(actorOf(request), which, linkId);
      return 'The link leads nowhere any more.';
    });
  }

  /** Leads back to the sheet, saying what was done, or why nothing was. */
  private async act(reply: FastifyReply, which: WhichSheet, work: () => Promise<string>) {
    try {
      return await this.leadBack(reply, which, { type: 'success', text: await work() });
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      return this.leadBack(reply, which, { type: 'important', text: error.detail });
    }
  }

  private leadBack(reply: FastifyReply, { visitId, kind, subjectId }: WhichSheet, notice: Notice) {
    return this.site.redirect(reply, sheetPath(visitId, kind, subjectId), notice);
  }
}

/** @throws Problem 404 */
export function whichOf(visitId: string, part: string, subjectId: string): WhichSheet {
  const kind = kindOfPart(part);
  if (kind === null) throw noSuchSheet();
  return { visitId, kind, subjectId };
}
