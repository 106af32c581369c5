import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { notFound } from '#platform';
import { BackLink, Site } from '#ui';
import { ownTravelPath } from '../../travellers/addresses.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { ReadReadiness } from '../read-readiness.js';
import { ReadinessMarkRow } from '../readiness.entity.js';
import { OwnReadinessView } from './own-readiness.view.js';
import { ToldForms } from './told-forms.js';
import { ownPlace } from './told-place.js';

/** What a traveller is asked, by the link that was mailed to them alone. */
@Controller('visits/travellers/:secret/ready')
export class OwnReadinessPage {
  constructor(
    private readonly site: Site,
    private readonly open: OpenTraveller,
    private readonly readiness: ReadReadiness,
    private readonly forms: ToldForms,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { traveller, visit } = await this.open.read({ secret });
    if (traveller.status === 'withdrawn') throw notFound('You do not travel with this visit any more.');
    const judged = await this.dataSource.manager.findOneBy(ReadinessMarkRow, {
      travellerId: traveller.id,
      item: 'passport',
    });
    return this.site.send(request, reply, {
      title: `Before you leave: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your journey</BackLink>,
      main: (
        <OwnReadinessView
          pathOf={(item) => this.readiness.ownPathOf(item, secret)}
          visit={visit}
          ready={await this.readiness.ofOne(visit, traveller)}
          passports={judged?.judgement.item === 'passport' ? judged.judgement : null}
        />
      ),
    });
  }

  @Get(':item')
  showItem(
    @Param('secret') secret: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.show(request, reply, ownPlace(secret), item);
  }

  @Post(':item')
  saveItem(
    @Param('secret') secret: string,
    @Param('item') item: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.forms.save(request, reply, ownPlace(secret), item);
  }
}
