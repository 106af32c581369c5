import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { notKept } from '#platform';
import { FindVisit } from '../../visits/find-visit.js';
import { ReadErasure } from '../read-erasure.js';
import type { erasureOutput } from './erasure.schema.js';

/** What was erased after a visit, for programs. */
@Controller('api/v1/study-visits/visits/:id/erasure')
export class ErasureController {
  constructor(
    private readonly visits: FindVisit,
    private readonly erasures: ReadErasure,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Res() reply: FastifyReply) {
    const { certificate, dueOn } = await this.erasures.of(await this.visits.byIdOrSlug(id));
    const answer: z.output<typeof erasureOutput> = {
      dueOn: dueOn?.toString() ?? null,
      certificate: certificate && {
        at: certificate.at.toString(),
        details: [...certificate.details],
        others: [...certificate.others],
        kept: [...certificate.kept],
      },
    };
    return reply.headers(notKept).send(answer);
  }
}
