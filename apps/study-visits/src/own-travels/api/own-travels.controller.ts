import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notKept, signInNeeded } from '#platform';
import { TravellerLinks } from '../../travellers/traveller-links.js';
import { ListOwnTravels } from '../list-own-travels.js';

/** The visits that whoever is signed in travels with, for their programs. */
@Controller('api/v1/study-visits/my-travels')
export class OwnTravelsController {
  constructor(
    private readonly list: ListOwnTravels,
    private readonly links: TravellerLinks,
  ) {}

  @Get()
  async mine(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId, actor } = request.identity;
    if (personId === null) throw signInNeeded();
    const items = (await this.list.ofPerson(personId)).map(
      ({ id, part, visitSlug, visitTitle, visitStatus, firstDay, lastDay }) => ({
        id,
        part,
        visit: { slug: visitSlug, title: visitTitle, status: visitStatus, firstDay, lastDay },
        ownPath: actor === null ? this.links.pathFor(id) : null,
      }),
    );
    return reply.headers(notKept).send({ items });
  }
}
