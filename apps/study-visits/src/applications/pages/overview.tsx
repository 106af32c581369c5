import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { BackLink, Site } from '#ui';
import { OfferRow } from '../../offers/offer.entity.js';
import { ReadReferences } from '../../references/read-references.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { applyWindow } from '../domain/apply-window.js';
import { OpenApplication } from '../open-application.js';
import { SaveAccess } from '../save-access.js';
import { SendLink } from '../send-link.js';
import type { ApplicationPlace } from './application-place.js';
import { OverviewView } from './overview.view.js';

/** An application’s own page. */
@Injectable()
export class Overview {
  constructor(
    private readonly site: Site,
    private readonly applications: OpenApplication,
    private readonly access: SaveAccess,
    private readonly references: ReadReferences,
    private readonly sendLink: SendLink,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const { row, visit, viewer } = await this.applications.read(place.who);
    const whose = viewer === 'contact' ? `Application of ${row.name}` : 'Your application';
    return this.site.send(request, reply, {
      title: `${whose}: ${visit.title}`,
      noIndex: true,
      ...(place.back !== null && { before: <BackLink href={place.back.href}>{place.back.text}</BackLink> }),
      main: (
        <OverviewView
          place={place}
          row={row}
          visit={visit}
          viewer={viewer}
          window={applyWindow(visit, this.clock())}
          isAccessSaid={viewer === 'contact' ? null : await this.access.isSaid(row)}
          references={await this.references.of(row.id)}
          isOffered={await this.dataSource.manager.existsBy(OfferRow, { applicationId: row.id })}
        />
      ),
    });
  }

  /** Sends its link again. */
  async send(request: FastifyRequest, reply: FastifyReply, place: ApplicationPlace) {
    const isSent = await this.sendLink.run(place.who, request.id);
    return this.site.redirect(
      reply,
      place.path(),
      isSent
        ? { type: 'success', text: 'The link is sent.' }
        : {
            type: 'important',
            text: 'The link was sent a few minutes ago. Wait ten minutes before you send it again.',
          },
    );
  }
}
