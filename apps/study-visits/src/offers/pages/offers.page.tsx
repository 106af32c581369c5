import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  BackLink,
  BreakableEmail,
  EmptyState,
  momentInWords,
  plural,
  ResponsiveTable,
  Site,
  Tag,
  type TagColour,
} from '#ui';
import { kindWords, outcomeWords } from '../../selection/in-words.js';
import { managePath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { offersPath } from '../addresses.js';
import type { OfferStatus } from '../domain/offer.js';
import { offerStatusWords } from '../in-words.js';
import { ReadOffers, type ListedOffer } from '../read-offers.js';

const colours: Readonly<Record<OfferStatus, TagColour>> = {
  offered: 'blue',
  accepted: 'green',
  declined: 'grey',
  lapsed: 'orange',
  withdrawn: 'grey',
};

/** Who is offered a place, who has answered, and who waits; for staff. */
@Controller('visits/manage/:id/offers')
export class OffersPage {
  constructor(
    private readonly site: Site,
    private readonly visits: FindVisit,
    private readonly offers: ReadOffers,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = await this.visits.byId(id);
    const listed = await this.offers.of(visit.id);
    const offered = listed.filter(({ offer }) => offer !== null);
    const waiting = listed.filter(({ offer, outcome }) => offer === null && outcome === 'reserve');
    const accepted = listed.filter(({ offer }) => offer?.status === 'accepted').length;
    const open = listed.filter(({ offer }) => offer?.status === 'offered').length;
    return this.site.send(request, reply, {
      title: `Offers: ${visit.title}`,
      noIndex: true,
      before: <BackLink href={managePath}>Look after the visits</BackLink>,
      main: (
        <VisitFrame visit={visit} heading="Offers of places" current="offers">
          {offered.length === 0 ? (
            <EmptyState titleText="No offers yet">
              <p class="govuk-body">
                They are made when all applicants are told the result of the selection.
              </p>
            </EmptyState>
          ) : (
            <>
              <p class="govuk-body">
                {plural(accepted, 'place is', 'places are')} accepted of {visit.places}.{' '}
                {open === 0
                  ? 'All offers are answered.'
                  : `${plural(open, 'offer is', 'offers are')} not answered yet.`}
              </p>
              <ResponsiveTable
                caption="Offers"
                isWide
                columns={[
                  { key: 'name', heading: 'Applicant' },
                  { key: 'contact', heading: 'Contact' },
                  { key: 'status', heading: 'Answer' },
                  { key: 'deadline', heading: 'Answer before' },
                  { key: 'place', heading: 'Place' },
                  { key: 'change', heading: 'Change' },
                ]}
                rows={offered.flatMap((each) =>
                  each.offer === null
                    ? []
                    : [
                        [
                          <Applicant each={each} />,
                          <Contact each={each} isEnded={isEnded(visit.status)} />,
                          <Tag colour={colours[each.offer.status]}>
                            {offerStatusWords[each.offer.status]}
                          </Tag>,
                          momentInWords(each.offer.deadline),
                          <>
                            {kindWords[each.offer.countsAs]}
                            {each.offer.funded && <div>Funded</div>}
                          </>,
                          <Change visit={visit} each={each} />,
                        ],
                      ],
                )}
              />
            </>
          )}
          {waiting.length > 0 && offered.length > 0 && (
            <ResponsiveTable
              caption="Reserves, in their order"
              columns={[
                { key: 'name', heading: 'Applicant' },
                { key: 'contact', heading: 'Contact' },
                { key: 'position', heading: 'Reserve', format: 'numeric' },
                { key: 'change', heading: 'Change' },
              ]}
              rows={waiting.map((each) => [
                <Applicant each={each} />,
                <Contact each={each} isEnded={isEnded(visit.status)} />,
                String(each.position ?? ''),
                <Change visit={visit} each={each} />,
              ])}
            />
          )}
        </VisitFrame>
      ),
    });
  }
}

function Applicant({ each }: { readonly each: ListedOffer }) {
  return (
    <>
      <bdi>{each.name}</bdi>
      <br />
      {each.code}
    </>
  );
}

function Contact({ each, isEnded: isOver }: { readonly each: ListedOffer; readonly isEnded: boolean }) {
  return (
    <>
      <bdi>{each.organisationName}</bdi>
      {each.email !== null && (
        <div>
          <BreakableEmail address={each.email} />
        </div>
      )}
      {each.email === null && !isOver && <div>No address: tell them yourself</div>}
    </>
  );
}

function Change({
  visit,
  each,
}: {
  readonly visit: Pick<Visit, 'id' | 'status'>;
  readonly each: ListedOffer;
}) {
  const status = each.offer?.status;
  if (each.isWithdrawn || status === 'withdrawn') return <>Has withdrawn</>;
  if (status === 'accepted') return <>Travels</>;
  if (isEnded(visit.status)) return <>–</>;
  const text = status === 'offered' ? 'Give longer' : status === 'lapsed' ? 'Offer again' : 'Offer a place';
  return (
    <a class="govuk-link" href={offersPath(visit.id, each.applicationId)}>
      {text}
      <span class="govuk-visually-hidden">
        : {each.name} ({outcomeWords[each.outcome].toLowerCase()})
      </span>
    </a>
  );
}
