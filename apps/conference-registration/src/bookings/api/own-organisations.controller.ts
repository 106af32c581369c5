import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homeZone } from '#checks';
import { FindPerson } from '#people';
import { forbidden, isSignedIn, notKept } from '#platform';
import { categoryOn } from '../../members/domain/organisation.js';
import { CLOCK, type Clock } from '../../tokens.js';

/** For whom a program may book, besides the person whose token it has. */
@Controller('api/v1/conference-registration/organisations')
export class OwnOrganisationsController {
  constructor(
    private readonly people: FindPerson,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() { identity }: FastifyRequest, @Res() reply: FastifyReply) {
    if (!isSignedIn(identity)) throw forbidden('Sign in, or send a token.');
    const on = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    const belongings = await this.people.organisationsOf(identity.personId);
    const items = belongings
      .filter(({ isBookingContact }) => isBookingContact)
      .map(({ organisation }) => ({
        id: organisation.id,
        name: organisation.name,
        category: categoryOn(organisation, on),
      }));
    return reply.headers(notKept).send({ items });
  }
}
