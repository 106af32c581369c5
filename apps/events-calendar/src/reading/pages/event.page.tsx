import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { isStaff, notFound } from '#platform';
import { markdownToPlainText, Site, type OwnPage } from '#ui';
import type { CalendarEvent } from '../../events/domain/event.js';
import { recurrenceInWords } from '../../events/domain/rule-words.js';
import type { Reader } from '../../events/domain/visibility.js';
import { isPast, startDay } from '../../events/domain/when.js';
import { homeZone } from '../../events/domain/zones.js';
import { readerOf } from '../../events/reader.js';
import { eventPath, yearPath } from '../../listing/addresses.js';
import { BackToCalendar } from '../../listing/pages/ways.js';
import { eventFilePath } from '../../subscribing/domain/feed-path.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { eventJsonLd } from '../domain/json-ld.js';
import { eventSide } from './event-side.js';
import { EventView } from './event.view.js';
import { pageTitle, summary } from './head-words.js';
import { ReadEvent, type EventReading } from '../read-event.js';

/** The event's own page; with `?on=` that of one occurrence. What a reader may not see is not there. */
@Controller('calendar/events')
export class EventPage {
  constructor(
    private readonly site: Site,
    private readonly events: ReadEvent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':ref')
  show(
    @Param('ref') ref: string,
    @Query('on') on: string | string[] | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.site.sendPublic(request, reply, async () => {
      const now = this.clock();
      const original = on === undefined ? null : String(on);
      const reader = readerOf(request);
      const reading = await this.events.read(ref, original, reader, now);
      if (reading === null) {
        throw notFound(
          'There is no such event, or it is not open to everybody. If it is for members, sign in and try again; what’s on lists the rest.',
        );
      }
      return this.page(reading, now, reader, isStaff(request.identity));
    });
  }

  private page(
    reading: EventReading,
    now: Temporal.Instant,
    reader: Reader,
    maySeeManagement: boolean,
  ): OwnPage {
    const { event, shown } = reading;
    const today = now.toZonedDateTimeISO(homeZone).toPlainDate();
    const plain = markdownToPlainText(shown.description);
    const canonical = this.site.absolute(eventPath({ ref: event.ref }));
    const isPublic = event.audience === 'public' && event.status !== 'draft';
    const network = { name: 'Co-operative Councils’ Innovation Network', url: this.site.publicUrl };
    return {
      title: pageTitle(shown),
      description: summary(shown, plain),
      canonical,
      noIndex: !isPublic,
      openGraphType: 'article',
      alternates:
        event.status === 'draft'
          ? []
          : [
              {
                href: eventFilePath(event.ref),
                type: 'text/calendar',
                title: 'This event as a calendar file',
              },
            ],
      jsonLd: isPublic ? [eventJsonLd(event, shown, canonical, plain, network)] : [],
      before: <BackToCalendar to={above(shown.when, now)} />,
      main: (
        <EventView
          reading={reading}
          now={now}
          repeats={repeatsInWords(event)}
          reader={reader}
          maySeeManagement={maySeeManagement}
          absolute={(path) => this.site.absolute(path)}
        />
      ),
      side: eventSide(reading, today),
    };
  }
}

/** The list that the event stands in. */
function above(when: EventReading['shown']['when'], now: Temporal.Instant) {
  if (!isPast(when, now)) return { text: 'What’s on', href: '/calendar' };
  const { year } = startDay(when);
  return { text: `Past events of ${year}`, href: yearPath(year) };
}

function repeatsInWords({ recurrence, when }: CalendarEvent): string | null {
  if (recurrence === null || when.type === 'month') return null;
  const words = recurrenceInWords(recurrence.rule, when);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
