import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { actorOf, downloadHeaders } from '#platform';
import { BackLink, readVersion, Site, submittedValues, type Notice } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { manageVisitPath } from '../../visits/addresses.js';
import { isProblem } from '../../visits/pages/visit-forms.js';
import { legPath, travelPart } from '../addresses.js';
import { legName } from '../in-words.js';
import { DriverLinks } from '../manifest/driver-links.js';
import { manifestPdf, type CopyOf } from '../manifest/manifest-pdf.js';
import { manifestSheet } from '../manifest/manifest-sheet.js';
import { ReadManifest } from '../manifest/read-manifest.js';
import { SendManifest } from '../manifest/send-manifest.js';
import { LegView } from './leg.view.js';

/** A leg for staff: what it is, who is on it, its manifest and the driver's copy of that. */
@Controller('visits/manage/:id/travel/:legId')
export class LegPage {
  constructor(
    private readonly site: Site,
    private readonly manifests: ReadManifest,
    private readonly sending: SendManifest,
    private readonly drivers: DriverLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('id') visitId: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const manifest = await this.manifests.of({ visitId, legId });
    const { visit, leg } = manifest;
    return this.site.send(request, reply, {
      title: `${legName(leg)}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={manageVisitPath(visit.id, travelPart)}>Travel</BackLink>,
      main: (
        <LegView manifest={manifest} links={await this.drivers.of(leg.id)} publicUrl={this.site.publicUrl} />
      ),
    });
  }

  @Get('manifest.pdf')
  staffCopy(@Param('id') visitId: string, @Param('legId') legId: string, @Res() reply: FastifyReply) {
    return this.pdf(reply, { visitId, legId }, 'staff');
  }

  @Get('driver.pdf')
  driverCopy(@Param('id') visitId: string, @Param('legId') legId: string, @Res() reply: FastifyReply) {
    return this.pdf(reply, { visitId, legId }, 'driver');
  }

  @Get('export.:format')
  async file(
    @Param('id') visitId: string,
    @Param('legId') legId: string,
    @Param('format') format: string,
    @Res() reply: FastifyReply,
  ) {
    const wanted = sheetFormatOf(format);
    return sendSheet(reply, manifestSheet(await this.manifests.of({ visitId, legId })), wanted);
  }

  @Post('manifest/sent')
  sent(
    @Param('id') visitId: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = readVersion(submittedValues(request.body));
    return this.act(reply, visitId, legId, async () => {
      const { sent } = await this.sending.run(actorOf(request), { visitId, legId, version });
      return `Version ${sent?.number ?? 0} is noted as sent. Changes from now on are told here.`;
    });
  }

  @Post('driver-links')
  makeLink(
    @Param('id') visitId: string,
    @Param('legId') legId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.act(reply, visitId, legId, async () => {
      await this.drivers.make(actorOf(request), { visitId, legId });
      return 'The driver’s link is below. Send it to whoever drives, and to nobody else.';
    });
  }

  @Post('driver-links/:linkId/end')
  endLink(
    @Param('id') visitId: string,
    @Param('legId') legId: string,
    @Param('linkId') linkId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.act(reply, visitId, legId, async () => {
      await this.drivers.end(actorOf(request), { visitId, legId }, linkId);
      return 'The link leads nowhere any more.';
    });
  }

  /** Leads back to the leg, saying what was done, or why nothing was. */
  private async act(reply: FastifyReply, visitId: string, legId: string, work: () => Promise<string>) {
    let notice: Notice;
    try {
      notice = { type: 'success', text: await work() };
    } catch (error) {
      if (!isProblem(error, 409)) throw error;
      notice = { type: 'important', text: error.detail };
    }
    return this.site.redirect(reply, legPath(visitId, legId), notice);
  }

  private async pdf(
    reply: FastifyReply,
    which: { readonly visitId: string; readonly legId: string },
    copyOf: CopyOf,
  ) {
    const manifest = await this.manifests.of(which);
    const bytes = await manifestPdf(manifest, copyOf, this.clock());
    const what = copyOf === 'driver' ? 'Driver’s list' : 'Manifest';
    const fileName = `${what}, ${legName(manifest.leg)}.pdf`;
    return reply.headers(downloadHeaders({ fileName, type: 'application/pdf' })).send(bytes);
  }
}
