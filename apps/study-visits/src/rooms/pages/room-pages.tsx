import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { BackLink, Site, type OwnPage } from '#ui';
import { manageVisitPath } from '../../visits/addresses.js';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { roomsPath } from '../addresses.js';

/** Who is answered, about which visit. */
export interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly visit: Visit;
}

/** A page among the rooms. */
export interface RoomPage extends Pick<OwnPage, 'scripts' | 'reloadWithoutScripts'> {
  /** "Rooms" unless given. */
  readonly heading?: string;
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
}

/** How the pages of rooms leave. */
@Injectable()
export class RoomPages {
  constructor(private readonly site: Site) {}

  send({ request, reply, visit }: Answering, page: RoomPage, status = 200): FastifyReply {
    const { heading = 'Rooms', children, ...more } = page;
    const isPart = page.heading === undefined;
    const shown = {
      ...more,
      title: `${heading}: ${visit.title}`,
      noIndex: true,
      before: (
        <BackLink href={isPart ? manageVisitPath(visit.id) : roomsPath(visit.id)}>
          {isPart ? visit.title : 'Rooms'}
        </BackLink>
      ),
      main: (
        <VisitFrame visit={visit} heading={heading} current="rooms">
          {children}
        </VisitFrame>
      ),
    };
    return this.site.send(request, reply, shown, status);
  }

  done(reply: FastifyReply, path: string, text: string): FastifyReply {
    return this.site.redirect(reply, path, { type: 'success', text });
  }

  told(reply: FastifyReply, path: string, text: string): FastifyReply {
    return this.site.redirect(reply, path, { type: 'important', text });
  }
}
