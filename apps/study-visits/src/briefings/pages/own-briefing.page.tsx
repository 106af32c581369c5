import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { downloadHeaders, notFound } from '#platform';
import { BackLink, dateInWords, EmptyState, Site } from '#ui';
import { ownDaysPath } from '../../itinerary/addresses.js';
import { PaperView } from '../../papers/paper.view.js';
import { renderPaper } from '../../papers/render-paper.js';
import { ownBriefingPath } from '../addresses.js';
import { daysToBrief } from '../domain/day.js';
import { noSuchDay } from '../keep-briefings.js';
import { ReadBriefing, type OwnBriefing } from '../read-briefing.js';
import { dayIn } from './day-in-address.js';

/** What a traveller is told for a day, by the link that was mailed to them. */
@Controller('visits/travellers/:secret/briefings/:day')
export class OwnBriefingPage {
  constructor(
    private readonly site: Site,
    private readonly briefings: ReadBriefing,
  ) {}

  @Get()
  async show(
    @Param('secret') secret: string,
    @Param('day') day: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const own = await this.find(secret, day);
    return this.site.send(request, reply, {
      title: `Briefing for ${dateInWords(Temporal.PlainDate.from(own.day))}: ${own.visit.title}`,
      noIndex: true,
      before: <BackLink href={ownDaysPath(secret)}>All your days</BackLink>,
      main: <OwnBriefingView own={own} secret={secret} />,
    });
  }

  @Get('briefing.pdf')
  async pdf(@Param('secret') secret: string, @Param('day') day: string, @Res() reply: FastifyReply) {
    const { kept, visit } = await this.find(secret, day);
    if (kept === null) throw notFound('Nothing is planned for you on this day.');
    const fileName = `${kept.paper.title}, ${visit.title}.pdf`;
    return reply
      .headers(downloadHeaders({ fileName, type: 'application/pdf' }))
      .send(await renderPaper(kept, { visit: visit.title }));
  }

  /** @throws Problem 404 */
  private async find(secret: string, given: string): Promise<OwnBriefing> {
    const own = await this.briefings.bySecret(secret, dayIn(given));
    if (own.kept === null && !daysToBrief(own.visit).includes(own.day)) throw noSuchDay();
    return own;
  }
}

function OwnBriefingView({ own, secret }: { readonly own: OwnBriefing; readonly secret: string }) {
  const { visit, day, kept } = own;
  const days = daysToBrief(visit).filter((each) => visit.firstDay <= each && each <= visit.lastDay);
  const [before, after] = [days.findLast((each) => each < day), days.find((each) => each > day)];
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        {kept?.paper.title ?? `Briefing for ${dateInWords(Temporal.PlainDate.from(day))}`}
      </h1>
      {kept === null ? (
        <EmptyState titleText="Nothing is planned for you on this day">
          <p class="govuk-body">If that surprises you, ask whoever leads the visit.</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body cn-no-print">
            <a class="govuk-link" href={ownBriefingPath(secret, day, 'briefing.pdf')} download>
              Take it with you as a PDF
            </a>
          </p>
          <PaperView kept={kept} />
        </>
      )}
      <ul class="cn-choices cn-no-print">
        <li>
          <a href={ownDaysPath(secret, day)}>This day in your itinerary</a>
        </li>
        {before !== undefined && (
          <li>
            <a href={ownBriefingPath(secret, before)}>The day before</a>
          </li>
        )}
        {after !== undefined && (
          <li>
            <a href={ownBriefingPath(secret, after)}>The day after</a>
          </li>
        )}
      </ul>
    </>
  );
}
