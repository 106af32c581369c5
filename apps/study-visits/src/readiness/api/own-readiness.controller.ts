import { Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { asPrecondition, notKept, signInNeeded } from '#platform';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { noSuchTraveller } from '../../travellers/read-travellers.js';
import { ReadOrganisation } from '../read-organisation.js';
import { ReadReadiness } from '../read-readiness.js';
import { TellItem } from '../tell-item.js';
import { contactJson, toldFrom } from './readiness-json.js';
import { seenVersion } from './seen-version.js';

/** What a traveller tells by their own link, and what their organisation sees of it, for programs. */
@Controller('api/v1/study-visits')
export class OwnReadinessController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly open: OpenTraveller,
    private readonly readiness: ReadReadiness,
    private readonly tell: TellItem,
    private readonly organisations: ReadOrganisation,
  ) {}

  @Get('traveller-links/:secret/readiness')
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    const { traveller, visit } = await this.open.read({ secret });
    if (traveller.status === 'withdrawn') throw noSuchTraveller();
    const { marks, open } = await this.readiness.ofOne(visit, traveller);
    const { title, firstDay, lastDay } = visit;
    return reply.headers(notKept).send({
      visit: { title, firstDay, lastDay },
      open,
      marks,
      versions: await this.tell.versions(this.dataSource.manager, traveller.id),
    });
  }

  @Put('traveller-links/:secret/readiness/:item')
  async save(
    @Param('secret') secret: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const version = seenVersion(request);
    await asPrecondition(this.tell.run({ secret }, toldFrom(request, item), version));
    return this.show(secret, reply);
  }

  @Get('organisations/:organisationId/readiness')
  async organisation(
    @Param('organisationId') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const { visits } = await this.organisations.forContact(personId, organisationId);
    return reply.headers(notKept).send({
      visits: visits.map(({ visit, ready }) => ({
        visitId: visit.id,
        title: visit.title,
        travellers: ready.map(contactJson),
      })),
    });
  }
}
