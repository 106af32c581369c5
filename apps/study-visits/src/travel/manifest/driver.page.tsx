import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EmptyState, plural, ResponsiveTable, Site, SummaryList } from '#ui';
import { legFacts, legName } from '../in-words.js';
import { DriverLinks, type DriverCopy } from './driver-links.js';

/** What whoever drives reads by their link: where, when, how many, and names that say little. */
@Controller('visits/drivers/:secret')
export class DriverPage {
  constructor(
    private readonly site: Site,
    private readonly drivers: DriverLinks,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const copy = await this.drivers.open(secret);
    return this.site.send(request, reply, {
      title: `Driver’s list: ${legName(copy.leg)}`,
      noIndex: true,
      main: <DriverView copy={copy} />,
    });
  }
}

function DriverView({ copy: { leg, lines } }: { readonly copy: DriverCopy }) {
  return (
    <>
      <h1 class="govuk-heading-xl">
        Driver’s list: <bdi>{legName(leg)}</bdi>
      </h1>
      <SummaryList
        rows={Object.entries(legFacts({ ...leg, note: null })).map(([key, value]) => ({
          key,
          value: <bdi>{value}</bdi>,
        }))}
      />
      {lines.length === 0 ? (
        <EmptyState titleText="Nobody is on it yet">
          <p class="govuk-body">Open this page again shortly before you drive.</p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption={plural(lines.length, 'traveller')}
          isBrief
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'seat', heading: 'Seat' },
            { key: 'aboard', heading: 'Aboard' },
          ]}
          rows={lines.map(({ number, name, seat }) => [
            <>
              {number}. <bdi>{name}</bdi>
            </>,
            seat === null ? 'No seat' : `Seat ${seat}`,
            <span>
              <span aria-hidden="true">☐</span>
              <span class="govuk-visually-hidden">To tick on paper</span>
            </span>,
          ])}
        />
      )}
      <p class="govuk-body">Destroy what you print of this list after the journey.</p>
    </>
  );
}
