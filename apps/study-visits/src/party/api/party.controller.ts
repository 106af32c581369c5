import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { notKept } from '#platform';
import { ReadParty, type Party } from '../read-party.js';
import type { partyOutput } from './party.schema.js';

/** With whom somebody travels, by their own link, for programs. */
@Controller('api/v1/study-visits/traveller-links/:secret/party')
export class PartyController {
  constructor(private readonly party: ReadParty) {}

  @Get()
  async show(@Param('secret') secret: string, @Res() reply: FastifyReply) {
    return reply.headers(notKept).send(partyJson(await this.party.run(secret)));
  }
}

const partyJson = ({ named, others, isNamed }: Party): z.output<typeof partyOutput> => ({
  people: named.map(({ name, organisationName, part }) => ({ name, organisationName, part })),
  others,
  isNamed,
});
