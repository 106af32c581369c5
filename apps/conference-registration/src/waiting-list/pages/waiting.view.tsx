import type { Problem } from '#platform';
import { Button, ButtonGroup, InsetText, momentInWords, plural, SummaryList } from '#ui';
import { joinPath } from '../addresses.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import type { EntryStatus } from '../domain/entry.js';
import type { Standing } from '../read-line.js';

export interface WaitingViewProps {
  readonly standing: Standing;
  readonly catalogue: Catalogue;
  /** The page's own address. */
  readonly path: string;
  /** Why the last press did nothing. */
  readonly problem: Problem | null;
}

const ended: Readonly<Record<Exclude<EntryStatus, 'waiting' | 'offered'>, string>> = {
  taken: 'You have taken the places that you were offered.',
  declined: 'You have declined what was offered, and are no longer on the waiting list.',
  expired: 'What was offered was not booked in time, so it has gone to the next in line.',
  left: 'You have left the waiting list.',
  'passed-over': 'The network’s staff have taken you off the waiting list.',
  ended: 'The waiting list has come to its end.',
};

export function WaitingView({ standing, catalogue, path, problem }: WaitingViewProps) {
  const { entry, offer, place } = standing;
  const { conference, ticketType } = catalogue;
  const { status } = entry;
  const isOn = status === 'waiting' || status === 'offered';
  return (
    <>
      <span class="govuk-caption-l">{conference.title}</span>
      <h1 class="govuk-heading-l">{headingOf(standing)}</h1>
      {problem !== null && <InsetText>{problem.detail}</InsetText>}
      {offer !== null && <Offer standing={standing} zone={conference.zone} path={path} />}
      {!isOn && <p class="govuk-body">{ended[status]}</p>}
      {!isOn && entry.statusReason !== null && <p class="govuk-body">{entry.statusReason}</p>}
      <SummaryList
        classes="cn-compact"
        rows={[
          { key: 'Ticket', value: ticketType.get(entry.ticketTypeId)?.name ?? '' },
          entry.bookedFor === 'organisation' && { key: 'For', value: entry.organisationName },
          isOn && entry.wanted > 0 && { key: 'You wait for', value: waitsFor(standing) },
          isOn && place !== null && { key: 'Your place in the line', value: placeInWords(place) },
          { key: 'Joined', value: momentInWords(entry.joinedAt, conference.zone) },
        ].filter((row) => row !== false)}
      />
      {isOn ? (
        <p class="govuk-body">
          <a class="govuk-link cn-link--danger" href={`${path}/leave`}>
            Leave the waiting list
          </a>
        </p>
      ) : (
        status !== 'taken' && (
          <p class="govuk-body">
            <a class="govuk-link" href={joinPath(conference.slug)}>
              Join the waiting list again
            </a>
          </p>
        )
      )}
    </>
  );
}

function headingOf({ entry, offer }: Standing): string {
  if (offer !== null) return offer.places === 1 ? 'A place is free for you' : 'Places are free for you';
  return entry.status === 'waiting' ? 'You are on the waiting list' : 'You are no longer on the waiting list';
}

function waitsFor({ entry, offer }: Standing): string {
  const more = offer === null ? '' : ' more';
  return `${entry.wanted}${more} ${entry.wanted === 1 ? 'place' : 'places'}${
    entry.wanted === 1 ? '' : entry.allTogether ? ', all together' : ', or as many as there are'
  }`;
}

/** "You are next", "3rd" */
function placeInWords(place: number): string {
  if (place === 1) return 'You are next';
  const [tens, ones] = [place % 100, place % 10];
  const ending = tens > 10 && tens < 20 ? 'th' : (['th', 'st', 'nd', 'rd'][ones] ?? 'th');
  return `${place}${ending}`;
}

function Offer({
  standing: { offer },
  zone,
  path,
}: Pick<WaitingViewProps, 'standing' | 'path'> & { readonly zone: string }) {
  if (offer === null) return null;
  const isOne = offer.places === 1;
  return (
    <>
      <p class="govuk-body-l">
        {isOne ? 'A place is' : `${plural(offer.places, 'place')} are`} kept for you until{' '}
        <strong>{momentInWords(offer.answerUntil, zone)}</strong>. After that {isOne ? 'it goes' : 'they go'}{' '}
        to the next in line.
      </p>
      <ButtonGroup>
        <form method="post" action={`${path}/accept`}>
          <Button preventDoubleClick>{isOne ? 'Book this place' : 'Book these places'}</Button>
        </form>
        <form method="post" action={`${path}/decline`}>
          <Button preventDoubleClick classes="govuk-button--secondary">
            {isOne ? 'I no longer need it' : 'I no longer need them'}
          </Button>
        </form>
      </ButtonGroup>
    </>
  );
}

export function LeaveView({ title, path }: { readonly title: string; readonly path: string }) {
  return (
    <>
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">Leave the waiting list?</h1>
      <p class="govuk-body">
        You lose your place in the line. If you join again later, you stand at its end. What is offered to you
        at the moment goes to the next.
      </p>
      <form method="post" action={`${path}/leave`}>
        <ButtonGroup>
          <Button preventDoubleClick classes="govuk-button--warning">
            Leave the waiting list
          </Button>
          <a class="govuk-link" href={path}>
            Stay on it
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}
