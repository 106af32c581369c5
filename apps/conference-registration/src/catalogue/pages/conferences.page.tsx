import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn, isStaff } from '#platform';
import { Site } from '#ui';
import { homeZone } from '#checks';
import { CLOCK, type Clock } from '../../tokens.js';
import { conferencesPath } from '../addresses.js';
import { ListConferences } from '../list-conferences.js';
import { ConferencesView } from './conferences.view.js';

/** The conferences that are announced: those to come, and those that were. */
@Controller('conference')
export class ConferencesPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListConferences,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.site.sendPublic(request, reply, async () => {
      const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
      const listed = await this.list.run(today);
      return {
        title: 'Conferences',
        description: 'The network’s conferences: what they are about, and how to book.',
        canonical: this.site.absolute(conferencesPath),
        openGraphType: 'website' as const,
        main: (
          <ConferencesView
            {...listed}
            today={today}
            isSignedIn={isSignedIn(request.identity)}
            isStaff={isStaff(request.identity)}
          />
        ),
      };
    });
  }
}
