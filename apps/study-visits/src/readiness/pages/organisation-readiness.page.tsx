import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInNeeded } from '#platform';
import { BackLink, EmptyState, ResponsiveTable, Site, Tag } from '#ui';
import { minePath } from '../../applications/addresses.js';
import { isOpen, readinessItems } from '../domain/item.js';
import { itemWords } from '../in-words.js';
import { ReadOrganisation } from '../read-organisation.js';

/** How ready an organisation's people are, for its booking-contacts: done or to do, and nothing of what they told. */
@Controller('visits/organisation/:organisationId/readiness')
export class OrganisationReadinessPage {
  constructor(
    private readonly site: Site,
    private readonly organisations: ReadOrganisation,
  ) {}

  @Get()
  async show(
    @Param('organisationId') organisationId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { personId } = request.identity;
    if (personId === null) throw signInNeeded();
    const { organisation, visits } = await this.organisations.forContact(personId, organisationId);
    return this.site.send(request, reply, {
      title: `Who is ready: ${organisation.name}`,
      noIndex: true,
      before: <BackLink href={minePath}>Your visits</BackLink>,
      main: (
        <>
          <span class="govuk-caption-xl">
            <bdi>{organisation.name}</bdi>
          </span>
          <h1 class="govuk-heading-xl">Who is ready</h1>
          <p class="govuk-body">
            You see what your people have done and what they still have to do. What they tell us of themselves
            is theirs and ours alone.
          </p>
          {visits.length === 0 && (
            <EmptyState titleText="Nobody of yours travels now">
              <p class="govuk-body">Once somebody has accepted a place on a visit, they are listed here.</p>
            </EmptyState>
          )}
          {visits.map(({ visit, ready }) => (
            <div class="cn-matrix" key={visit.id}>
              <ResponsiveTable
                caption={visit.title}
                isWide
                columns={[
                  { key: 'name', heading: 'Traveller' },
                  ...readinessItems.map((item) => ({ key: item, heading: itemWords[item] })),
                ]}
                rows={ready.map(({ traveller, marks }) => [
                  <bdi>{traveller.name}</bdi>,
                  ...readinessItems.map((item) =>
                    isOpen(marks[item].status) ? (
                      <Tag colour="red">To do</Tag>
                    ) : marks[item].status === 'done' ? (
                      <Tag colour="green">Done</Tag>
                    ) : (
                      <Tag colour="grey">
                        {marks[item].status === 'not-needed' ? 'Not needed' : 'Not asked yet'}
                      </Tag>
                    ),
                  ),
                ])}
              />
            </div>
          ))}
        </>
      ),
    });
  }
}
