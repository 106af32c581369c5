import { EmptyState, InsetText, SummaryList, Tag } from '#ui';
import { sayOwnTravelPath } from '../addresses.js';
import { journeyWarnings, waysMissing } from '../domain/journey.js';
import { legName, momentWords, ownWayWords, warningWords } from '../in-words.js';
import type { OwnLeg } from '../legs.js';
import { toldLeg } from '../telling/told-leg.js';
import { isEnded } from '../../visits/domain/status.js';
import type { OpenedOwnTravel } from './keep-own-travel.js';

export interface OwnLegsViewProps {
  readonly opened: OpenedOwnTravel;
  /** Cancelled ones too. */
  readonly legs: readonly OwnLeg[];
  readonly secret: string;
}

/** What a traveller takes, with the times on both clocks, and what they do on their own. */
export function OwnLegsView({ opened, legs, secret }: OwnLegsViewProps) {
  const { visit, traveller, journeys } = opened;
  const planned = legs.filter(({ status }) => status === 'planned');
  const warnings = journeyWarnings(planned);
  const missing = waysMissing(
    planned,
    journeys.map(({ way }) => way),
  );
  return (
    <>
      <span class="govuk-caption-xl">
        <bdi>{visit.title}</bdi>, <bdi>{traveller.name}</bdi>
      </span>
      <h1 class="govuk-heading-xl">Your journey</h1>
      {legs.length === 0 ? (
        <EmptyState titleText="No legs yet">
          <p class="govuk-body">
            Once your flights, trains and coaches are booked, they stand here with their times. We write to
            you then.
          </p>
        </EmptyState>
      ) : (
        <p class="govuk-body">Each time is on the clock of the place that it is about.</p>
      )}
      {warnings.length > 0 && (
        <InsetText>
          {warnings.map((warning) => (
            <p class="govuk-body" key={`${warning.first.id} ${warning.second.id}`}>
              {warningWords(warning)}. We know of it; ask us if you have heard nothing.
            </p>
          ))}
        </InsetText>
      )}
      {legs.map((leg) => (
        <section key={leg.id} aria-labelledby={`leg-${leg.id}`}>
          <h2 class="govuk-heading-m" id={`leg-${leg.id}`}>
            <bdi>{legName(leg)}</bdi> {leg.status === 'cancelled' && <Tag colour="red">Cancelled</Tag>}
          </h2>
          {leg.status === 'cancelled' ? (
            <p class="govuk-body">
              It does not take place. {leg.statusReason} It was to depart on {momentWords(leg.departs)}.
            </p>
          ) : (
            <SummaryList
              rows={Object.entries(toldLeg(leg).facts).map(([key, value]) => ({
                key,
                value: <bdi>{value}</bdi>,
              }))}
            />
          )}
        </section>
      ))}
      <section aria-labelledby="own">
        <h2 class="govuk-heading-m" id="own">
          On your own
        </h2>
        {journeys.length === 0 && <p class="govuk-body">You travel with everybody else.</p>}
        {journeys.map(({ way, place, when, words }) => (
          <p class="govuk-body" key={way}>
            {way === 'there' ? 'You arrive' : 'You leave'} on your own on {momentWords(when)},{' '}
            <bdi>{place}</bdi>.{words !== null && ` You said: “${words}”`}
          </p>
        ))}
        {legs.length > 0 &&
          missing.map((way) => (
            <p class="govuk-body" key={way}>
              <strong>
                You are on no leg {ownWayWords[way]} yet. If you look after that yourself, tell us.
              </strong>
            </p>
          ))}
        {!isEnded(visit.status) && (
          <p class="govuk-body">
            <a class="govuk-link" href={sayOwnTravelPath(secret)}>
              {journeys.length === 0 ? 'I travel on my own' : 'Change what I do on my own'}
            </a>
          </p>
        )}
      </section>
    </>
  );
}
