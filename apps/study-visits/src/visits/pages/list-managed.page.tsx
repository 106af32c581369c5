import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { BackLink, Button, ButtonGroup, dateRangeInWords, EmptyState, ResponsiveTable, Site } from '#ui';
import { ReadToDo } from '../../dashboard/read-to-do.js';
import type { ToDo } from '../../dashboard/to-do-in-words.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { managePath, manageVisitPath, visitsPath } from '../addresses.js';
import { ListVisits, type Listed, type ListedVisit } from '../list-visits.js';
import { VisitStatusTag } from './visit-frame.js';

/** The staff's way to visits: what needs doing first. */
@Controller('visits/manage')
export class ListManagedPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListVisits,
    private readonly toDo: ReadToDo,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    return this.site.send(request, reply, {
      title: 'Look after the visits',
      noIndex: true,
      before: <BackLink href={visitsPath}>Study visits</BackLink>,
      main: <ListView {...await this.list.managed(today)} toDo={await this.toDo.all()} />,
    });
  }
}

interface ListViewProps extends Listed<ListedVisit> {
  readonly toDo: readonly ToDo[];
}

function ListView({ coming, past, toDo }: ListViewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Look after the visits</h1>
      <ToDoFirst toDo={toDo} />
      <ButtonGroup>
        <Button href={`${managePath}/new`}>Plan a new visit</Button>
      </ButtonGroup>
      {coming.length + past.length === 0 ? (
        <EmptyState titleText="There is no visit yet">
          <p class="govuk-body">Plan the first one; nobody sees it until you announce it.</p>
        </EmptyState>
      ) : (
        <>
          <Visits caption="Coming" visits={coming} />
          <Visits caption="Past" visits={past} />
        </>
      )}
    </>
  );
}

/** What needs doing first, in words with numbers. */
function ToDoFirst({ toDo }: Pick<ListViewProps, 'toDo'>) {
  if (toDo.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="to-do">
      <h2 class="cn-status__title" id="to-do">
        To do first
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {toDo.map(({ href, text, about }) => (
          <li key={`${href} ${text}`}>
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {about}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VisitsProps {
  readonly caption: string;
  readonly visits: readonly ListedVisit[];
}

function Visits({ caption, visits }: VisitsProps) {
  if (visits.length === 0) return null;
  return (
    <ResponsiveTable
      caption={caption}
      isWide
      columns={[
        { key: 'title', heading: 'Visit' },
        { key: 'when', heading: 'When' },
        { key: 'where', heading: 'Where' },
        { key: 'status', heading: 'Status' },
      ]}
      rows={visits.map((visit) => [
        <a class="govuk-link" href={manageVisitPath(visit.id)}>
          {visit.title}
        </a>,
        dateRangeInWords(Temporal.PlainDate.from(visit.firstDay), Temporal.PlainDate.from(visit.lastDay), {
          weekday: false,
        }),
        visit.region,
        <VisitStatusTag status={visit.status} />,
      ])}
    />
  );
}
