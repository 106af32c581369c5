import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords, momentInWords, ResponsiveTable, Tag } from '#ui';
import { ownOfferPath } from '../../offers/addresses.js';
import { visitPath } from '../../visits/addresses.js';
import { isEnded } from '../../visits/domain/status.js';
import { organisationTravellerPath } from '../addresses.js';
import type { OrganisationOffer, OrganisationTraveller } from '../list-of-organisation.js';

/** Who travels for an organisation, with what whoever books for it can do about that. */
export function OrganisationTravellers({
  organisationId,
  travellers,
}: {
  readonly organisationId: string;
  readonly travellers: readonly OrganisationTraveller[];
}) {
  return (
    <ResponsiveTable
      caption="Who travels"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'who', heading: 'Name' },
        { key: 'visit', heading: 'Visit' },
        { key: 'when', heading: 'When' },
        { key: 'change', heading: 'Change' },
      ]}
      rows={travellers.map((each) => [
        <>
          <bdi>{each.name}</bdi>
          {each.funded && each.status === 'confirmed' && <div>Funded place</div>}
        </>,
        <a class="govuk-link" href={visitPath(each.visitSlug)}>
          {each.visitTitle}
        </a>,
        dateRangeInWords(Temporal.PlainDate.from(each.firstDay), Temporal.PlainDate.from(each.lastDay), {
          weekday: false,
        }),
        <Change organisationId={organisationId} each={each} />,
      ])}
    />
  );
}

function Change({
  organisationId,
  each,
}: {
  readonly organisationId: string;
  readonly each: OrganisationTraveller;
}) {
  if (each.status === 'withdrawn') return <Tag colour="grey">Withdrawn</Tag>;
  if (each.visitStatus === 'cancelled') return <>The visit was called off</>;
  if (isEnded(each.visitStatus)) return <>The visit is over</>;
  const path = (part: 'withdraw' | 'replace') => organisationTravellerPath(organisationId, each.id, part);
  return (
    <>
      <a class="govuk-link" href={path('replace')}>
        Replace<span class="govuk-visually-hidden"> {each.name}</span>
      </a>
      <br />
      <a class="govuk-link" href={path('withdraw')}>
        Take off<span class="govuk-visually-hidden"> {each.name}</span>
      </a>
    </>
  );
}

/** Which of an organisation’s people are offered a place that nobody has answered yet. */
export function OrganisationOffers({ offers }: { readonly offers: readonly OrganisationOffer[] }) {
  return (
    <ResponsiveTable
      caption="Places that wait for an answer"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'who', heading: 'Name' },
        { key: 'visit', heading: 'Visit' },
        { key: 'deadline', heading: 'Answer before' },
        { key: 'change', heading: 'Change' },
      ]}
      rows={offers.map(({ applicationId, name, visitTitle, visitSlug, deadline }) => [
        <bdi>{name}</bdi>,
        <a class="govuk-link" href={visitPath(visitSlug)}>
          {visitTitle}
        </a>,
        `${momentInWords(deadline)} (London time)`,
        <a class="govuk-link" href={ownOfferPath(applicationId)}>
          Accept or decline<span class="govuk-visually-hidden"> for {name}</span>
        </a>,
      ])}
    />
  );
}
