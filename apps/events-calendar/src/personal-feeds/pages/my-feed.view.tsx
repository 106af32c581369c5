import type { Overlap } from '#commitments';
import { Button, ButtonGroup, HiddenFields, InsetText, momentInWords } from '#ui';
import { DoubleBookingsPart } from '../../double-bookings/pages/double-bookings-part.js';
import { makeFeedPath, removeFeedPath, replaceFeedPath } from '../addresses.js';
import type { OwnFeed } from '../read-own-feed.js';
import { Contents, type ContentsProps } from './contents.js';

export interface MyFeedProps extends ContentsProps {
  readonly feed: OwnFeed;
  /** What they cannot both do. */
  readonly overlaps: readonly Overlap[];
  /** The name of the person, when staff act for them. */
  readonly actedFor: string | null;
}

export function MyFeedView(props: MyFeedProps) {
  const { feed, overlaps, actedFor } = props;
  return (
    <div class="cn-parts">
      <h1 class="govuk-heading-xl">A calendar of your own</h1>
      <p class="govuk-body-l">
        Subscribe to one address in Outlook, Google or Apple, and your calendar shows every event that you may
        see: the public ones, those for members, and your boards’.
      </p>
      <DoubleBookingsPart overlaps={overlaps} />
      <Contents {...props} />
      {feed.madeAt.length > 0 && <Made feed={feed} mayReplace={actedFor === null} />}
      {actedFor !== null && (
        <InsetText>
          You are acting for {actedFor}. Only they can make an address, as whoever has it sees what they see.
        </InsetText>
      )}
      {feed.madeAt.length === 0 && actedFor === null && <Make state={feed.state} />}
      <Rules />
    </div>
  );
}

function Make({ state }: { readonly state: string }) {
  return (
    <section aria-labelledby="make">
      <h2 class="govuk-heading-m" id="make">
        Make your address
      </h2>
      <p class="govuk-body">
        You see it once, on the next page. Have the calendar open that you want to subscribe with.
      </p>
      <form method="post" action={makeFeedPath}>
        <HiddenFields values={{ seen: state }} />
        <Button preventDoubleClick>Make my address</Button>
      </form>
    </section>
  );
}

function Made({ feed, mayReplace }: { readonly feed: OwnFeed; readonly mayReplace: boolean }) {
  const [latest, ...others] = feed.madeAt;
  return (
    <section class="cn-panel" aria-labelledby="made">
      <h2 class="govuk-heading-m" id="made">
        {others.length > 0 ? 'You have more than one address' : 'You have an address'}
      </h2>
      {latest && <p class="govuk-body">It was made on {momentInWords(latest)}.</p>}
      {others.length > 0 && (
        <p class="govuk-body">
          Two records of you were made one, and each had an address. All of them go on working.
        </p>
      )}
      <p class="govuk-body">
        We cannot show it again: we keep only a fingerprint of it, so that nobody can read it here. If you
        need it for another calendar, make a new one, and subscribe anew wherever you use the old one.
      </p>
      <ButtonGroup>
        {mayReplace && (
          <Button href={replaceFeedPath} classes="govuk-button--secondary">
            Make a new address
          </Button>
        )}
        <a class="govuk-link" href={removeFeedPath}>
          Remove the address
        </a>
      </ButtonGroup>
    </section>
  );
}

function Rules() {
  return (
    <section aria-labelledby="rules">
      <h2 class="govuk-heading-m" id="rules">
        Good to know
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          The address is like a key: whoever has it sees what you see, joining links included. Do not pass it
          on. If somebody else has it, make a new one.
        </li>
        <li>
          When you leave a board, or your organisation leaves the network, its events disappear from your
          calendar when that next looks.
        </li>
        <li>
          The address shows events and nothing else. It cannot be used to sign in or to change anything.
        </li>
      </ul>
    </section>
  );
}
