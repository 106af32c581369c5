import type { VNode } from 'preact';
import { Button, InsetText } from '#ui';
import { ownEventsPath } from '../../events/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ownStockPath } from '../../stock/addresses.js';
import { ownVisitorsPath } from '../../visitors/addresses.js';
import { ownPath } from '../addresses.js';
import { minutesOf } from '../domain/spans.js';
import type { SlotDay } from '../domain/slots.js';
import { whenOf, whereOf } from '../exhibition-words.js';
import { momentOf } from '../moment-of.js';
import { hoursInWords } from '../slot-words.js';
import type { TeamMember } from '../team-of.js';
import { AboutPart } from './about-part.js';
import { ExceptionsPart } from './exceptions-part.js';
import { TimesForm } from './times-form.js';

export interface OwnViewProps {
  readonly secret: string;
  readonly member: TeamMember;
  readonly exhibition: Exhibition;
  readonly days: readonly SlotDay[];
  /** Those that they have; nothing before there are any. */
  readonly shifts: VNode;
  /** What has become of theirs; nothing where none are needed. */
  readonly passes: VNode;
  /** Where a script sends each press. */
  readonly pressAddress: string;
}

/** What a volunteer sees: where and when it is, and what they said of it. */
export function OwnView(props: OwnViewProps) {
  const { exhibition, member, secret } = props;
  return (
    <>
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-xl">When can you be on the stand?</h1>
      <p class="govuk-body">
        {whenOf(exhibition)}
        <br />
        {whereOf(exhibition)}
      </p>
      <p class="govuk-body">
        <bdi>{`Hello ${member.name}.`}</bdi>{' '}
        {member.status === 'answered'
          ? saidInWords(member)
          : 'Press what is true for each time. Of what you do not speak of, we take it that you cannot come.'}
      </p>
      {exhibition.status === 'cancelled' || exhibition.status === 'over' ? (
        <InsetText>
          {exhibition.status === 'over'
            ? 'The exhibition is over. Thank you.'
            : `The exhibition was called off${exhibition.statusReason === null ? '.' : `: ${exhibition.statusReason}`}`}
        </InsetText>
      ) : member.status === 'declined' ? (
        <Declined secret={secret} />
      ) : (
        <Parts {...props} />
      )}
    </>
  );
}

function saidInWords({ available, answeredAt }: TeamMember): string {
  const minutes = available.reduce((sum, span) => sum + minutesOf(span), 0);
  const liked = available
    .filter(({ preferred }) => preferred)
    .reduce((sum, span) => sum + minutesOf(span), 0);
  const offered =
    minutes === 0
      ? 'You have said that you can be there at no time at all.'
      : `You can be there for ${hoursInWords(minutes)}${liked > 0 ? `, of which you would like ${hoursInWords(liked)} best` : ''}.`;
  return answeredAt === null ? offered : `${offered} You can change it at any time.`;
}

function Declined({ secret }: { readonly secret: string }) {
  return (
    <>
      <InsetText>You have told us that you cannot come. What you said before is kept.</InsetText>
      <form method="post" action={ownPath(secret, 'decline')}>
        <input type="hidden" name="answer" value="return" />
        <Button preventDoubleClick>I can come after all</Button>
      </form>
    </>
  );
}

function Parts({ secret, member, exhibition, days, shifts, passes, pressAddress }: OwnViewProps) {
  const { zone } = exhibition;
  return (
    <>
      {shifts}
      {passes}
      <h2 class="govuk-heading-l">Your times</h2>
      {days.length === 0 ? (
        <InsetText>The hours of the stand are not settled yet. Come back with the same link.</InsetText>
      ) : (
        <TimesForm
          member={member}
          days={days}
          zone={zone}
          walkingMinutes={exhibition.walkingMinutes}
          action={ownPath(secret, 'times')}
          pressAddress={pressAddress}
          isOwn
          savedAt={member.answeredAt === null ? null : momentOf(member.answeredAt, zone)}
        />
      )}
      <h2 class="govuk-heading-l" id="exceptions">
        Exceptions
      </h2>
      <p class="govuk-body">
        You are there all day except for a fringe of yours at 2pm? Make an exception: it holds whatever you
        press above.
      </p>
      <ExceptionsPart exceptions={member.exceptions} zone={zone} action={ownPath(secret, 'exceptions')} />
      <h2 class="govuk-heading-l" id="about">
        About you
      </h2>
      <AboutPart member={member} zone={zone} changePath={ownPath(secret, 'about')} />
      <h2 class="govuk-heading-l">On the stand</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={ownVisitorsPath(secret)}>
            Write down who stops by
          </a>
        </li>
        <li>
          <a class="govuk-link" href={ownEventsPath(secret)}>
            Events that you host
          </a>
        </li>
        <li>
          <a class="govuk-link" href={ownStockPath(secret)}>
            Hand things out and count what is left
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-l">You cannot come?</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={ownPath(secret, 'decline')}>
          Tell us that you cannot come at all
        </a>
        , so that we ask somebody else.
      </p>
    </>
  );
}
