import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { cursorPage, decodeCursor, instantOf, notKept, readQuery, type SentQuery } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadSecrets } from '../read-secrets.js';
import { looksQuery } from './secrets.schema.js';

/** What is held sealed of a visit, for programs of staff. */
@Controller('api/v1/study-visits/visits/:id/sensitive-data')
export class SecretsController {
  constructor(
    private readonly visits: FindVisit,
    private readonly secrets: ReadSecrets,
  ) {}

  @Get()
  async show(@Param('id') name: string, @Res() reply: FastifyReply) {
    const { id } = await this.visits.byIdOrSlug(name);
    const erasures = await this.secrets.erasures(id);
    return reply.headers(notKept).send({
      held: await this.secrets.held(id),
      olderKeys: await this.secrets.olderKeys(),
      erasures: erasures.map(({ at, people, erased }) => ({ at: instantOf(at).toString(), people, erased })),
    });
  }

  @Get('looks')
  async looks(@Param('id') name: string, @Query() query: SentQuery, @Res() reply: FastifyReply) {
    const { cursor, limit } = readQuery(query, looksQuery);
    const { id } = await this.visits.byIdOrSlug(name);
    const [from = '0'] = cursor === undefined ? [] : decodeCursor(cursor, [/^\d{1,7}$/]);
    const { looks } = await this.secrets.looks(id, { from: Number(from), most: limit + 1 });
    const { items, nextCursor } = cursorPage([...looks], limit, () => [String(Number(from) + limit)]);
    return reply.headers(notKept).send({
      items: items.map((look) => ({ ...look, at: instantOf(look.at).toString() })),
      nextCursor,
    });
  }
}
