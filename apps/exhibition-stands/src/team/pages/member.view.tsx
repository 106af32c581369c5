import { Button, Details, EmptyState, SummaryList } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { memberPath } from '../addresses.js';
import type { SlotDay } from '../domain/slots.js';
import type { MemberRota } from '../../published/read-member-rota.js';
import type { OwnSwaps } from '../../swaps/read-swaps.js';
import type { TeamMemberRow } from '../team-member.entity.js';
import { statusOf } from '../domain/member-status.js';
import { momentOf } from '../moment-of.js';
import { hoursInWords, spanWithDay } from '../slot-words.js';
import type { TeamMember } from '../team-of.js';
import { AboutPart } from './about-part.js';
import { ExceptionsPart } from './exceptions-part.js';
import { EntryLinks } from './entered-twice.js';
import { MemberShifts } from './member-shifts.js';
import { MemberSwaps } from './member-swaps.js';
import { StatusTag } from './status-tag.js';
import { offeredMinutes } from './team.view.js';
import { TimesForm } from './times-form.js';

export interface MemberViewProps {
  readonly member: TeamMember;
  readonly exhibition: Exhibition;
  readonly days: readonly SlotDay[];
  /** Their other entries in the same team. */
  readonly others: readonly TeamMemberRow[];
  readonly rota: MemberRota;
  readonly swaps: OwnSwaps;
}

/** Somebody of a team as staff see them, with what can be changed on their behalf. */
export function MemberView({ member, exhibition, days, others, rota, swaps }: MemberViewProps) {
  const { zone } = exhibition;
  const isIn = member.status !== 'left';
  const path = (part: Parameters<typeof memberPath>[2]) => memberPath(exhibition.id, member.id, part);
  return (
    <>
      <Facts member={member} exhibition={exhibition} others={others} />
      {isIn && (
        <div class="govuk-button-group">
          {member.email !== null && (
            <form method="post" action={path('invitation')}>
              <Button classes="govuk-button--secondary" preventDoubleClick>
                {member.status === 'declined' ? 'Ask them again' : 'Send their link again'}
              </Button>
            </form>
          )}
          <a class="govuk-link" href={path('details')}>
            Change name or address
          </a>
          <a class="govuk-link cn-link--danger" href={path('withdraw')}>
            Take out of the team
          </a>
        </div>
      )}
      <MemberShifts exhibition={exhibition} member={member} rota={rota} />
      <MemberSwaps exhibition={exhibition} swaps={swaps} />
      <h2 class="govuk-heading-l">About them</h2>
      <AboutPart member={member} zone={zone} changePath={isIn ? path('about') : null} />
      {isIn && (
        <>
          <h2 class="govuk-heading-l" id="exceptions">
            Exceptions
          </h2>
          <ExceptionsPart exceptions={member.exceptions} zone={zone} action={path('exceptions')} />
          <h2 class="govuk-heading-l">Times</h2>
          {days.length === 0 ? (
            <EmptyState titleText="The hours of the stand are not set yet" headingLevel={3}>
              <p class="govuk-body">
                <a class="govuk-link" href={manageExhibitionPath(exhibition.id, 'days')}>
                  Set its days and hours
                </a>
                , so that people can say when they can come.
              </p>
            </EmptyState>
          ) : (
            <Details summaryText="See or change their times" open={member.said.length > 0}>
              <TimesForm
                member={member}
                days={days}
                zone={zone}
                walkingMinutes={exhibition.walkingMinutes}
                action={path('times')}
                pressAddress={null}
                isOwn={false}
                savedAt={member.answeredAt === null ? null : momentOf(member.answeredAt, zone)}
              />
            </Details>
          )}
        </>
      )}
    </>
  );
}

function Facts({ member, exhibition, others }: Pick<MemberViewProps, 'member' | 'exhibition' | 'others'>) {
  const { zone } = exhibition;
  const { invitedAt, remindedAt, answeredAt, passDays, commitments } = member;
  return (
    <SummaryList
      classes="cn-compact"
      rows={[
        { key: 'Answer', value: <StatusTag status={member.status} /> },
        others.length > 0 && {
          key: 'In the team once more',
          value: (
            <ul class="govuk-list govuk-!-margin-bottom-0">
              {others.map(({ id, name, email, status }) => (
                <li key={id}>
                  <EntryLinks
                    exhibitionId={exhibition.id}
                    entry={{ id, name, email, status: statusOf(status) }}
                  />
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'Email address', value: member.email ?? 'None' },
        { key: 'Organisation', value: <bdi>{member.organisationName ?? 'None'}</bdi> },
        invitedAt !== null && { key: 'Invited', value: momentOf(invitedAt, zone) },
        remindedAt !== null && { key: 'Written to again', value: momentOf(remindedAt, zone) },
        answeredAt !== null && { key: 'Last answered', value: momentOf(answeredAt, zone) },
        member.status === 'answered' && {
          key: 'Can be there for',
          value: hoursInWords(offeredMinutes(member)),
        },
        passDays !== null && {
          key: 'Passes for',
          value: passDays.length === 0 ? 'No day yet' : passDays.join(', '),
        },
        commitments.length > 0 && {
          key: 'Elsewhere',
          value: (
            <ul class="govuk-list">
              {commitments.map(({ id, title, start, end }) => (
                <li key={id}>
                  <bdi>{title}</bdi>, {spanWithDay({ from: start, until: end }, zone)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
