import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { BackLink, dateInWords, plural, ResponsiveTable, Site, timeInWords, zoneInWords } from '#ui';
import { managePath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { briefingsPath } from '../addresses.js';
import type { BriefingSettings } from '../domain/settings.js';
import { KeepBriefings } from '../keep-briefings.js';
import { ReadDay, type StaffDay } from '../read-day.js';
import { DayView } from './day.view.js';
import { dayIn } from './day-in-address.js';

/** The briefings of a visit for staff: when they are sent, and each day with all that is on it. */
@Controller('visits/manage/:id/briefings')
export class BriefingsPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly briefings: KeepBriefings,
    private readonly days: ReadDay,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const settings = await this.briefings.settings(visit.id);
    return this.site.send(request, reply, {
      title: `Briefings: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: <BriefingsView visit={visit} settings={settings} days={await this.days.days(visit)} />,
    });
  }

  @Get(':day')
  async showDay(
    @Param('id') id: string,
    @Param('day') given: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const visit = await this.visits.byId(id);
    const day: StaffDay = await this.days.of(visit, dayIn(given));
    return this.site.send(request, reply, {
      title: `${dateInWords(Temporal.PlainDate.from(day.day))}: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={briefingsPath(visit.id)}>Briefings</BackLink>,
      main: <DayView day={day} />,
    });
  }
}

interface BriefingsViewProps {
  readonly visit: Visit;
  readonly settings: BriefingSettings;
  readonly days: Awaited<ReturnType<ReadDay['days']>>;
}

function BriefingsView({ visit, settings, days }: BriefingsViewProps) {
  const time = timeInWords(Temporal.PlainTime.from(settings.sendAt));
  return (
    <VisitFrame visit={visit} heading="Briefings" current="briefings">
      <p class="govuk-body">
        {settings.isSending
          ? `The evening before each day, at ${time} ${zoneInWords(visit.zone)}, every traveller is mailed their own day: what comes first and where, all of it with the ways, where they sleep, and whom to ring.`
          : 'Travellers are not mailed their days. They find them on their own page.'}
      </p>
      {!isEnded(visit.status) && (
        <p class="govuk-body cn-no-print">
          <a class="govuk-link" href={briefingsPath(visit.id, 'settings')}>
            Change when they are sent
          </a>
        </p>
      )}
      <ResponsiveTable
        caption="The days"
        captionClasses="govuk-visually-hidden"
        columns={[
          { key: 'day', heading: 'Day' },
          { key: 'things', heading: 'On it' },
          { key: 'sent', heading: 'Mailed' },
        ]}
        rows={days.map(({ day, things, sent }) => [
          <a class="govuk-link" href={briefingsPath(visit.id, day)}>
            {dateInWords(Temporal.PlainDate.from(day))}
          </a>,
          things === 0 ? 'Nothing yet' : plural(things, 'thing'),
          sent === 0 ? 'Not yet' : `To ${plural(sent, 'traveller')}`,
        ])}
      />
    </VisitFrame>
  );
}
