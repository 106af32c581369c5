import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInNeeded } from '#platform';
import { BackLink, EmptyState, Site } from '#ui';
import { CLOCK, type Clock } from '../../tokens.js';
import { organisationReadinessPath } from '../../readiness/addresses.js';
import { visitsPath } from '../../visits/addresses.js';
import { minePath, ownApplicationPath } from '../addresses.js';
import { ListOfOrganisation } from '../../travellers/list-of-organisation.js';
import {
  OrganisationOffers,
  OrganisationTravellers,
} from '../../travellers/pages/organisation-travellers.js';
import { BeginForColleagues } from '../begin-for-colleagues.js';
import { may } from '../domain/rights.js';
import { ListOwn } from '../list-own.js';
import { noSuchApplication } from '../problems.js';
import { ApplicationList } from './application-list.js';

/** Whom an organisation signed up, and who else applied for it, for its booking-contacts. */
@Controller('visits/organisation/:organisationId')
export class OrganisationPage {
  constructor(
    private readonly site: Site,
    private readonly list: ListOwn,
    private readonly colleagues: BeginForColleagues,
    private readonly travelling: ListOfOrganisation,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('organisationId') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const organisations = await this.colleagues.organisationsOf(personId);
    const organisation = organisations.find(({ id }) => id === organisationId);
    if (organisation === undefined) throw noSuchApplication();
    const [applications, travellers, offers] = await Promise.all([
      this.list.ofOrganisation(organisationId),
      this.travelling.travellers(personId, organisationId),
      this.travelling.offers(personId, organisationId),
    ]);
    return this.site.send(request, reply, {
      title: `Applications: ${organisation.name}`,
      noIndex: true,
      before: <BackLink href={minePath}>Your visits</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">
            <bdi>{organisation.name}</bdi>
          </span>
          <h1 class="govuk-heading-xl">Who applies for a visit, and who travels</h1>
          <p class="govuk-body">
            <a class="govuk-link" href={organisationReadinessPath(organisationId)}>
              What those who travel still have to do
            </a>
          </p>
          {offers.length > 0 && <OrganisationOffers offers={offers} />}
          {travellers.length > 0 && (
            <OrganisationTravellers organisationId={organisationId} travellers={travellers} />
          )}
          {applications.length === 0 ? (
            <EmptyState titleText="Nobody of yours has applied yet">
              <p class="govuk-body">
                Sign up colleagues on the page of{' '}
                <a class="govuk-link" href={visitsPath}>
                  a visit
                </a>
                ; what becomes of their applications will be here.
              </p>
            </EmptyState>
          ) : (
            <>
              <p class="govuk-body">
                You can open those whom you signed up until they submit. Those who apply by themselves tell us
                alone.
              </p>
              <ApplicationList
                caption="Applications"
                applications={applications}
                pathOf={({ id, status, appliedByName }) =>
                  may('contact', 'read', { status, isByOrganisation: appliedByName !== null })
                    ? ownApplicationPath(id)
                    : null
                }
                isOfOnePerson={false}
                now={this.clock()}
              />
            </>
          )}
        </>
      ),
    });
  }
}
