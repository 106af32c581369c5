import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homeZone } from '#checks';
import { isStaff } from '#platform';
import { Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { visitsPath } from '../addresses.js';
import { ListVisits } from '../list-visits.js';
import { VisitsView } from './visits.view.js';

/** The visits that are announced: those to come, and those that were. */
@Controller('visits')
export class VisitsPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListVisits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
      return {
        title: 'Study visits',
        description:
          'Where the network goes to learn from co-operatives elsewhere, and how you can come along.',
        canonical: this.site.absolute(visitsPath),
        openGraphType: 'website' as const,
        main: (
          <VisitsView
            {...await this.list.announced(today)}
            today={today}
            isStaff={isStaff(request.identity)}
          />
        ),
      };
    });
  }
}
