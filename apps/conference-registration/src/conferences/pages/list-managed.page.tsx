import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { Button, ButtonGroup, dateRangeInWords, EmptyState, numberInWords, ResponsiveTable, Site } from '#ui';
import { managePath, manageConferencePath } from '../../manage/addresses.js';
import { moneyPath } from '../../money/addresses.js';
import { searchPath } from '../../running/addresses.js';
import { ListManaged, type ManagedConference } from '../list-managed.js';
import { ConferenceStatusTag } from './conference-frame.js';

/** The staff's way to conferences: every one there is. */
@Controller('conference/manage')
export class ListManagedPage {
  constructor(
    private readonly site: Site,
    private readonly conferences: ListManaged,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const conferences = await this.conferences.all();
    return this.site.send(request, reply, {
      title: 'Manage conferences',
      noIndex: true,
      main: <ListView conferences={conferences} />,
    });
  }
}

function ListView({ conferences }: { readonly conferences: readonly ManagedConference[] }) {
  return (
    <>
      <h1 class="govuk-heading-xl">Manage conferences</h1>
      <ButtonGroup>
        <Button href={`${managePath}/new`}>Plan a new conference</Button>
        <a class="govuk-link" href={searchPath}>
          Search all conferences
        </a>
        <a class="govuk-link" href={moneyPath}>
          Money
        </a>
      </ButtonGroup>
      {conferences.length === 0 ? (
        <EmptyState titleText="There is no conference yet">
          <p class="govuk-body">Plan the first one; nobody sees it until you open it.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Conferences, the latest first"
          captionClasses="govuk-visually-hidden"
          columns={[
            { key: 'title', heading: 'Conference' },
            { key: 'when', heading: 'When' },
            { key: 'status', heading: 'Status' },
            { key: 'delegates', heading: 'Delegates', format: 'numeric' },
          ]}
          rows={conferences.map(row)}
        />
      )}
    </>
  );
}

const row = ({ id, title, firstDay, lastDay, status, delegates }: ManagedConference) => [
  <a class="govuk-link" href={manageConferencePath(id)}>
    {title}
  </a>,
  dateRangeInWords(Temporal.PlainDate.from(firstDay), Temporal.PlainDate.from(lastDay), { weekday: false }),
  <ConferenceStatusTag status={status} />,
  numberInWords(delegates),
];
