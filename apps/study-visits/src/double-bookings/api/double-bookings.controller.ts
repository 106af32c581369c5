import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { notKept } from '#platform';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { FindDoubleBookings } from '../find-double-bookings.js';
import { otherJson } from './double-booking-json.js';
import type { doubleBookingsOutput } from './double-booking.schema.js';

/** Which travellers are to be elsewhere while they are to be away, for programs of staff. */
@Controller('api/v1/study-visits')
export class DoubleBookingsController {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly doubleBookings: FindDoubleBookings,
  ) {}

  @Get('visits/:id/double-bookings')
  async list(@Param('id') key: string, @Res() reply: FastifyReply) {
    const visit = await this.visits.byIdOrSlug(key);
    const travellers = await this.travellers.confirmed(visit.id);
    const found = await this.doubleBookings.of(visit, travellers);
    const answer: z.output<typeof doubleBookingsOutput> = {
      items: travellers.flatMap(({ id, number, name }) => {
        const others = found.get(id);
        return others === undefined ? [] : [{ travellerId: id, number, name, others: others.map(otherJson) }];
      }),
    };
    return reply.headers(notKept).send(answer);
  }
}
