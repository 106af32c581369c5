import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BackLink, EmptyState, plural, ResponsiveTable, Site, Tag } from '#ui';
import { managePath, manageVisitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { holderPath } from '../addresses.js';
import { holderOf, stateWords } from '../in-words.js';
import { ReadFunding, type ListedHolder } from '../read-funding.js';

/** Whose the funded places of a visit are, for staff. */
@Controller('visits/manage/:id/funding')
export class FundingPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly funding: ReadFunding,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    return this.site.send(request, reply, {
      title: `Funded places: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Funded places" current="funding">
          <Funding visit={visit} holders={await this.funding.of(visit.id)} />
        </VisitFrame>
      ),
    });
  }
}

function Funding({ visit, holders }: { readonly visit: Visit; readonly holders: readonly ListedHolder[] }) {
  const given = holders.filter(({ funded }) => funded).length;
  const change = manageVisitPath(visit.id, 'edit/places');
  if (visit.fundedPlaces === 0 && given === 0) {
    return (
      <EmptyState titleText="This visit has no funded places">
        <p class="govuk-body">
          Whoever has one pays nothing.{' '}
          {isEnded(visit.status) ? (
            ''
          ) : (
            <a class="govuk-link" href={change}>
              Say how many there are
            </a>
          )}
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <p class="govuk-body">
        {given === 0 ? 'None' : given} of {plural(visit.fundedPlaces, 'funded place')}{' '}
        {given > 1 ? 'are' : 'is'} given. Whoever has one pays nothing; what was invoiced before is credited.
      </p>
      {holders.length === 0 ? (
        <EmptyState titleText="Nobody has a place yet">
          <p class="govuk-body">
            Once the selection is run, those who are to have a place are here, before anybody is told.
          </p>
        </EmptyState>
      ) : (
        <ResponsiveTable
          caption="Those who have a place, or are to have one"
          columns={[
            { key: 'name', heading: 'Name' },
            { key: 'organisation', heading: 'Organisation' },
            { key: 'state', heading: 'How far they are' },
            { key: 'funded', heading: 'Place' },
            ...(isEnded(visit.status) ? [] : [{ key: 'change', heading: 'Change' }]),
          ]}
          rows={holders.map((each) => [
            <bdi>{each.name}</bdi>,
            <bdi>{each.organisationName}</bdi>,
            stateWords[each.state],
            each.funded ? <Tag colour="green">Funded</Tag> : 'To be paid',
            ...(isEnded(visit.status)
              ? []
              : [<Change visit={visit} each={each} isFull={given >= visit.fundedPlaces} />]),
          ])}
        />
      )}
    </>
  );
}

function Change({
  visit,
  each,
  isFull,
}: {
  readonly visit: Visit;
  readonly each: ListedHolder;
  readonly isFull: boolean;
}) {
  const holder = holderOf(each);
  if (holder === null || (isFull && !each.funded)) return <span class="cn-quiet">None is left</span>;
  return (
    <a class="govuk-link" href={holderPath(visit.id, holder)}>
      {each.funded ? 'Take it back' : 'Fund it'}
      <span class="govuk-visually-hidden">: {each.name}</span>
    </a>
  );
}
