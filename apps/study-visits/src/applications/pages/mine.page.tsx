import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInNeeded } from '#platform';
import { BackLink, EmptyState, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { visitsPath } from '../../visits/addresses.js';
import { organisationPath, ownApplicationPath } from '../addresses.js';
import { ListOwnTravels } from '../../own-travels/list-own-travels.js';
import { OwnTravels } from '../../own-travels/own-travels.js';
import { TravellerLinks } from '../../travellers/traveller-links.js';
import { BeginForColleagues } from '../begin-for-colleagues.js';
import { ListOwn } from '../list-own.js';
import { ApplicationList } from './application-list.js';

/** What somebody travels with and applied for, and the way to what their organisations did. */
@Controller('visits/mine')
export class MinePage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOwn,
    private readonly colleagues: BeginForColleagues,
    private readonly travels: ListOwnTravels,
    private readonly links: TravellerLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { personId, actor } = request.identity;
    if (personId === null) throw signInNeeded();
    const applications = await this.list.ofPerson(personId);
    const travels = await this.travels.ofPerson(personId);
    const organisations = await this.colleagues.organisationsOf(personId);
    return this.site.send(request, reply, {
      title: 'Your visits',
      noIndex: true,
      before: <BackLink href={visitsPath}>All visits</BackLink>,
      main: (
        <>
          <h1 class="govuk-heading-xl">Your visits</h1>
          <OwnTravels travels={travels} pathOf={actor === null ? ({ id }) => this.links.pathFor(id) : null} />
          {travels.length > 0 && applications.length > 0 && <h2 class="govuk-heading-m">You applied for</h2>}
          {applications.length === 0 && travels.length === 0 && (
            <EmptyState titleText="You have not applied for a visit yet">
              <p class="govuk-body">
                What you apply for, and what your organisation signs you up for, will be here. Begin with{' '}
                <a class="govuk-link" href={visitsPath}>
                  the visits
                </a>
                .
              </p>
            </EmptyState>
          )}
          {applications.length > 0 && (
            <ApplicationList
              caption="Your applications"
              applications={applications}
              pathOf={({ id }) => ownApplicationPath(id)}
              isOfOnePerson
              now={this.clock()}
            />
          )}
          {organisations.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Your organisations</h2>
              <ul class="govuk-list">
                {organisations.map(({ id, name }) => (
                  <li key={id}>
                    <a class="govuk-link" href={organisationPath(id)}>
                      Applications of <bdi>{name}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ),
    });
  }
}
