import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendSheet, sheetFormatOf } from '#sheets';
import { BackLink, Site } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { travelPart } from '../addresses.js';
import { ReadTravel } from '../read-travel.js';
import { travelSheet } from '../travel-sheet.js';
import { MatrixView } from './matrix.view.js';
import { TravelView } from './travel.view.js';

/** How everybody gets there, round and home, for staff. */
@Controller('visits/manage/:id/travel')
export class TravelPage {
  constructor(
    private readonly site: Site,
    private readonly travel: ReadTravel,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const read = await this.travel.of(id);
    return this.site.send(request, reply, {
      title: `Travel: ${read.visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={read.visit} heading="Travel" current={travelPart}>
          <TravelView travel={read} />
        </VisitFrame>
      ),
    });
  }

  @Get('who')
  async who(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const read = await this.travel.of(id);
    return this.site.send(request, reply, {
      title: `Who is on what: ${read.visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={read.visit} heading="Who is on what" current={travelPart}>
          <MatrixView travel={read} />
        </VisitFrame>
      ),
    });
  }

  @Get('export.:format')
  async file(@Param('id') id: string, @Param('format') format: string, @Res() reply: FastifyReply) {
    const wanted = sheetFormatOf(format);
    return sendSheet(reply, travelSheet(await this.travel.of(id)), wanted);
  }
}
