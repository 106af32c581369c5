import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderEntry, zonesOfEntries } from '#icalendar';
import { KeptAnswers, PublicResponses, writeAnswer, type FinishedAnswer } from '#platform';
import { besideShift } from '../double-bookings/domain/double-booking.js';
import { besideInWords } from '../double-bookings/in-words.js';
import { rightsInAll } from '../events/domain/visibility.js';
import { homeZone } from '../events/domain/zones.js';
import { renderCalendar } from '../feeds/domain/render-calendar.js';
import { contentType, gzipLevel } from '../feeds/feed-answer.js';
import { FeedStore } from '../feeds/feed-store.js';
import { everything } from '../listing/domain/filter.js';
import type { CalendarSettings } from '../settings.js';
import { shiftEntry } from '../stands/domain/shift-entry.js';
import { SETTINGS } from '../tokens.js';
import { itemEntry } from '../visits/domain/item-entry.js';
import { personalFeedName } from './domain/feed-words.js';
import { FindFeedReader, type FeedOwner } from './find-feed-reader.js';

/**
 * For feeds as whole answers, as much as visitors' answers may take. There are only as many different ones as there are
 * sets of rights among their readers, and people with shifts.
 */
const keptBytes = 96 * 1024 * 1024;

/** For people, should one look at it; calendar programs only see the status. */
const nobodys =
  'There is no calendar at this address any more, or there never was one. If it was yours, sign in and make a new address.\n';

/**
 * People's own feeds. The secret in the address is all that is asked for. What is sent holds neither that secret nor the
 * reader's name, so that readers with the same rights, who
 * take part in the same conferences, have no shifts of their own and travel with no visit, are sent the same bytes, made once.
 */
@Controller('calendar/feeds/personal')
export class PersonalFeedController {
  private readonly kept = new KeptAnswers(keptBytes);

  constructor(
    private readonly readers: FindFeedReader,
    private readonly feeds: FeedStore,
    private readonly publicResponses: PublicResponses,
    @Inject(SETTINGS) private readonly settings: CalendarSettings,
  ) {}

  @Get(':file')
  async feed(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const owner = file.endsWith('.ics') ? await this.readers.bySecret(file.slice(0, -'.ics'.length)) : null;
    if (owner === null) {
      return reply
        .code(404)
        .header('cache-control', 'private, no-store')
        .type('text/plain; charset=utf-8')
        .send(nobodys);
    }
    const answer = await this.answerFor(owner);
    // The framework's hooks on responses (the log) still run.
    writeAnswer(request.raw, reply.hijack().raw, answer, request.id);
    return reply;
  }

  private async answerFor({
    reader,
    attends,
    shifts,
    conferences,
    visits,
    items,
  }: FeedOwner): Promise<FinishedAnswer> {
    const all = { conferences, visits, shifts: shifts.map(({ facts }) => facts) };
    const beside = shifts.map(({ facts }) => besideShift(all, facts).map(besideInWords));
    const rights = [
      rightsInAll(reader),
      ...attends,
      ...shifts.map(({ facts }) => `${facts.id}@${facts.version}`),
      ...items.map(({ travellerId, facts }) => `${travellerId}/${facts.id}@${facts.sequence}`),
      JSON.stringify(beside),
    ].join(' ');
    const generation = this.publicResponses.generation('feed');
    const known = this.kept.get(rights, () => generation);
    if (known !== null) return known;
    const events = await this.feeds.collect(everything, reader, attends);
    const { PUBLIC_URL: url, UID_DOMAIN: uidDomain } = this.settings;
    const entries = [
      ...shifts.map((shift, index) => shiftEntry(shift, { url, uidDomain }, beside[index])),
      ...items.map((item) => itemEntry(item, { url, uidDomain })),
    ];
    const body = renderCalendar({
      kind: 'feed',
      name: personalFeedName,
      description: 'Events of the Co-operative Councils’ Innovation Network that you may see.',
      sourceUrl: null,
      zone: homeZone,
      vevents: [...events.map((event) => event.vevents), ...entries.map(renderEntry)],
      zones: [...events.flatMap((event) => event.zones), ...zonesOfEntries(entries)],
    });
    const answer = this.publicResponses.finish({
      body,
      contentType,
      gzipLevel,
      headers: { 'x-robots-tag': 'noindex' },
    });
    if (generation !== null) this.kept.keep(rights, generation, answer);
    return answer;
  }
}
