import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { Commitment } from '#commitments';
import { OwnDoubleBookings } from '#elsewhere';
import { Button, dateRangeInWords, InsetText, Site, SummaryList } from '#ui';
import { visitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindDoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { ownDocumentPath } from '../../documents/addresses.js';
import { KeepDocuments } from '../../documents/keep-documents.js';
import { SharedDocuments } from '../../documents/pages/shared-documents.js';
import { ownTravelPath } from '../addresses.js';
import type { Traveller } from '../domain/traveller.js';
import { OpenTraveller } from '../open-traveller.js';
import { ownParts } from './own-parts.js';

/** A traveller’s own page, by the link that was mailed to them alone: what is needed of them, and what they need. */
@Controller('visits/travellers/:secret')
export class OwnTravelPage {
  constructor(
    private readonly site: Site,
    private readonly open: OpenTraveller,
    private readonly documents: KeepDocuments,
    private readonly doubleBookings: FindDoubleBookings,
  ) {}

  @Get()
  async show(@Param('secret') secret: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { traveller, visit } = await this.open.read({ secret });
    const shared = traveller.status === 'confirmed' ? await this.documents.shared(visit.id, true) : [];
    const coming = traveller.status === 'confirmed' ? [traveller] : [];
    const others = (await this.doubleBookings.of(visit, coming)).get(traveller.id) ?? [];
    return this.site.send(request, reply, {
      title: `Your journey: ${visit.title}`,
      noIndex: true,
      main: (
        <>
          <OwnTravel secret={secret} traveller={traveller} visit={visit} others={others} />
          <SharedDocuments documents={shared} path={(id) => ownDocumentPath(secret, id)} />
        </>
      ),
    });
  }
}

const partsFor = ({ part }: Traveller) =>
  ownParts.filter(({ isForLeaders }) => isForLeaders !== true || part === 'leader');

interface OwnTravelProps {
  readonly secret: string;
  readonly traveller: Traveller;
  readonly visit: Visit;
  /** Where they are to be while the visit is away. */
  readonly others: readonly Commitment[];
}

function OwnTravel({ secret, traveller, visit, others }: OwnTravelProps) {
  const travels = traveller.status === 'confirmed';
  return (
    <>
      <span class="govuk-caption-xl">{visit.title}</span>
      <h1 class="govuk-heading-xl">
        <bdi>{traveller.name}</bdi>
      </h1>
      {visit.status === 'cancelled' && (
        <div class="cn-status cn-status--cancelled">
          <p class="cn-status__title">The visit is called off</p>
          <p>{visit.statusReason}</p>
        </div>
      )}
      {!travels && <InsetText>You have withdrawn, so you do not travel with this visit.</InsetText>}
      <OwnDoubleBookings others={others} />
      <SummaryList
        rows={[
          {
            key: 'When',
            value: dateRangeInWords(
              Temporal.PlainDate.from(visit.firstDay),
              Temporal.PlainDate.from(visit.lastDay),
            ),
          },
          {
            key: 'Where',
            value: (
              <a class="govuk-link" href={visitPath(visit.slug)}>
                {visit.region}
              </a>
            ),
          },
          traveller.organisationName !== '' && { key: 'For', value: traveller.organisationName },
          traveller.part === 'leader' && { key: 'You', value: 'Lead this visit' },
        ]}
      />
      {travels && (
        <ul class="govuk-list">
          {partsFor(traveller).map(({ text, hint, path }) => (
            <li key={text}>
              <a class="govuk-link" href={path(secret)}>
                {text}
              </a>
              <br />
              {hint}
            </li>
          ))}
        </ul>
      )}
      {travels && !isEnded(visit.status) && (
        <div class="cn-no-print">
          <h2 class="govuk-heading-m">If you cannot travel</h2>
          {traveller.part === 'delegate' && traveller.organisationName !== '' && (
            <p class="govuk-body">
              <a class="govuk-link" href={ownTravelPath(secret, 'replace')}>
                Name a colleague of your organisation who comes in your place
              </a>
            </p>
          )}
          <Button href={ownTravelPath(secret, 'withdraw')} classes="govuk-button--secondary">
            Withdraw
          </Button>
        </div>
      )}
    </>
  );
}
