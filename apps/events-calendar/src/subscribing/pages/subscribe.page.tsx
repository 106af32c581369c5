import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn } from '#platform';
import { makeQrCode, Site } from '#ui';
import { islands } from '../../assets/islands.js';
import { visitor } from '../../events/domain/visibility.js';
import { homeZone } from '../../events/domain/zones.js';
import { feedName } from '../../feeds/domain/feed-name.js';
import { subscribeLinks } from '#icalendar';
import {
  filteredAddress,
  isEverything,
  readFilter,
  tidyAddress,
  type Query as Asked,
} from '../../listing/domain/filter.js';
import { ListChoicesQuery, seriesNames } from '../../listing/list-choices.js';
import { ListOccurrences } from '../../listing/list-occurrences.js';
import { BackToCalendar } from '../../listing/pages/ways.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { feedPath } from '../domain/feed-path.js';
import { SubscribeView } from './subscribe.view.js';

const path = '/calendar/subscribe';

/** How many of a feed's events are shown before one subscribes to it. */
const shown = 3;

/** How to subscribe to the calendar, or to what a filter lets through. Feeds hold what everybody may see. */
@Controller('calendar/subscribe')
export class SubscribePage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOccurrences,
    private readonly choices: ListChoicesQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const tidy = tidyAddress(path, query);
    if (tidy !== null) return this.site.redirect(reply, tidy);
    return this.site.sendPublic(request, reply, async () => {
      const now = this.clock();
      const filter = readFilter(query);
      const address = this.site.absolute(feedPath(filter));
      const [next, choices, qrCode] = await Promise.all([
        this.list.upcoming(filter, visitor, now, 0, shown),
        this.choices.ever(visitor),
        makeQrCode(address),
      ]);
      const name = feedName(filter, seriesNames(choices).get(filter.series ?? '') ?? null);
      return {
        title: 'Subscribe to the calendar',
        description: 'Every date and every change of a date in your own calendar: Outlook, Google or Apple.',
        canonical: this.site.absolute(filteredAddress(path, filter)),
        noIndex: !isEverything(filter),
        openGraphType: 'website',
        alternates: [{ href: feedPath(filter), type: 'text/calendar', title: name }],
        scripts: [islands.address('copy-address')],
        before: <BackToCalendar to={{ text: 'What’s on', href: filteredAddress('/calendar', filter) }} />,
        main: (
          <SubscribeView
            filter={filter}
            choices={choices}
            name={name}
            links={subscribeLinks(address, name)}
            qrCode={qrCode}
            next={next}
            isSignedIn={isSignedIn(request.identity)}
            today={now.toZonedDateTimeISO(homeZone).toPlainDate()}
          />
        ),
      };
    });
  }
}
