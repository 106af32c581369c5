import type { VNode } from 'preact';
import { Button, InsetText } from '#ui';
import { ownEventsPath } from '../../events/addresses.js';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { isEnded } from '../../exhibitions/domain/status.js';
import { asSentence } from '../../published/domain/words.js';
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
  /** Where they are to be next; nothing where there is no shift to come. */
  readonly next: VNode;
  /** Those that they have; `null` before there are any. */
  readonly shifts: VNode | null;
  /** What has become of theirs; nothing where none are needed. */
  readonly passes: VNode;
  /** Where a script sends each press. */
  readonly pressAddress: string;
}

/** Whether the page is there to ask them, and not to tell them what came of it. */
export const isAsking = ({
  member,
  exhibition,
  shifts,
}: Pick<OwnViewProps, 'member' | 'exhibition' | 'shifts'>) =>
  shifts === null && member.status !== 'declined' && !isEnded(exhibition.status);

/** What the page is headed with. */
export const ownHeading = (props: Parameters<typeof isAsking>[0]): string =>
  isAsking(props) ? 'When can you be on the stand?' : 'Your place on the stand';

/** What a volunteer sees: where they are to be next, where and when it is, and what they said of it. */
export function OwnView(props: OwnViewProps) {
  const { exhibition, member, secret } = props;
  return (
    <>
      <span class="govuk-caption-l">{exhibition.title}</span>
      <h1 class="govuk-heading-xl">{ownHeading(props)}</h1>
      <p class="govuk-body">
        {whenOf(exhibition)}
        <br />
        {whereOf(exhibition)}
      </p>
      <p class="govuk-body">
        <bdi>{`Hello ${member.name}.`}</bdi> {isAsking(props) && askedInWords(member)}
      </p>
      {isEnded(exhibition.status) ? (
        <Ended {...props} />
      ) : member.status === 'declined' ? (
        <Declined secret={secret} />
      ) : (
        <Parts {...props} />
      )}
    </>
  );
}

const askedInWords = (member: TeamMember): string =>
  member.status === 'answered'
    ? saidInWords(member)
    : 'Press what is true for each time. Of what you do not speak of, we take it that you cannot come.';

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

function Ended({ exhibition, shifts }: OwnViewProps) {
  return (
    <>
      <InsetText>
        {exhibition.status === 'over'
          ? 'The exhibition is over. Thank you.'
          : `The exhibition was called off${exhibition.statusReason === null ? '.' : `: ${asSentence(exhibition.statusReason)}`}`}
      </InsetText>
      {shifts}
    </>
  );
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

function Parts(props: OwnViewProps) {
  const { secret, member, exhibition, next, shifts, passes } = props;
  return (
    <>
      {next}
      {shifts}
      {passes}
      {shifts !== null && <OnTheStand secret={secret} />}
      <Times {...props} />
      <h2 class="govuk-heading-l" id="exceptions">
        Exceptions
      </h2>
      <p class="govuk-body">
        You are there all day except for a fringe of yours at 2pm? Make an exception: it holds whatever you
        press above.
      </p>
      <ExceptionsPart
        exceptions={member.exceptions}
        zone={exhibition.zone}
        action={ownPath(secret, 'exceptions')}
      />
      <h2 class="govuk-heading-l" id="about">
        About you
      </h2>
      <AboutPart member={member} zone={exhibition.zone} changePath={ownPath(secret, 'about')} />
      {shifts === null && <OnTheStand secret={secret} />}
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

function Times({ secret, member, exhibition, days, shifts, pressAddress }: OwnViewProps) {
  const { zone } = exhibition;
  return (
    <>
      <h2 class="govuk-heading-l" id="times">
        {shifts === null ? 'Your times' : 'When you can come'}
      </h2>
      {shifts !== null && (
        <p class="govuk-body">
          {member.status === 'answered' && saidInWords(member)} The shifts that you have stay yours whatever
          you press here: to give one back, say so beside it.
        </p>
      )}
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
    </>
  );
}

function OnTheStand({ secret }: { readonly secret: string }) {
  return (
    <>
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
    </>
  );
}
