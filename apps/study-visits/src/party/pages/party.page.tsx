import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, plural, ResponsiveTable, Site } from '#ui';
import { ownReadinessPath } from '../../readiness/addresses.js';
import { ownTravelPath } from '../../travellers/addresses.js';
import { ReadParty, type Party } from '../read-party.js';

/** With whom somebody travels, by the link that was mailed to them. */
@Controller('visits/travellers/:secret/party')
export class PartyPage {
  constructor(
    private readonly site: Site,
    private readonly party: ReadParty,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const party = await this.party.run(secret);
    return this.site.send(request, reply, {
      title: `Who travels: ${party.visit.title}`,
      noIndex: true,
      before: <BackLink href={ownTravelPath(secret)}>Your visit</BackLink>,
      main: <PartyView party={party} secret={secret} />,
    });
  }
}

function PartyView({ party, secret }: { readonly party: Party; readonly secret: string }) {
  const { visit, traveller, named, others, isNamed } = party;
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">Who travels</h1>
      {named.length === 0 ? (
        <EmptyState titleText="Nobody has agreed to be named yet">
          <p class="govuk-body">
            {plural(others, 'person', 'people')} {others === 1 ? 'travels' : 'travel'} with this visit, you
            among them. Whoever agrees that the others know of them stands here.
          </p>
        </EmptyState>
      ) : (
        <>
          <ResponsiveTable
            caption={`${plural(named.length, 'person', 'people')} who agreed that you know of them`}
            columns={[
              { key: 'name', heading: 'Name' },
              { key: 'organisation', heading: 'For' },
              { key: 'part', heading: 'Part' },
            ]}
            rows={named.map((one) => [
              <>
                <bdi>{one.name}</bdi>
                {one.id === traveller.id && ' (you)'}
              </>,
              <bdi>{one.organisationName === '' ? '–' : one.organisationName}</bdi>,
              one.part === 'leader' ? 'Leads the visit' : 'Travels',
            ])}
          />
          {others > 0 && (
            <p class="govuk-body">
              {plural(others, 'more person', 'more people')} {others === 1 ? 'travels' : 'travel'} with you
              and {others === 1 ? 'has' : 'have'} not agreed to be named.
            </p>
          )}
        </>
      )}
      <p class="govuk-body cn-no-print">
        {isNamed
          ? 'The others see your name and organisation here. '
          : 'The others do not see your name here. '}
        <a class="govuk-link" href={ownReadinessPath(secret, 'consent')}>
          {isNamed ? 'Change that' : 'Let them see it'}
        </a>
      </p>
    </>
  );
}
