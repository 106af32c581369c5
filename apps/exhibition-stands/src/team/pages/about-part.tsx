import { SummaryList } from '#ui';
import { momentOf } from '../moment-of.js';
import { skillInWords } from '../domain/skills.js';
import { hoursInWords } from '../slot-words.js';
import type { TeamMember } from '../team-of.js';

export interface AboutPartProps {
  readonly member: TeamMember;
  readonly zone: string;
  /** Where it is changed. */
  readonly changePath: string | null;
}

/** What somebody has said of themselves. */
export function AboutPart({ member, zone, changePath }: AboutPartProps) {
  const { arrivesAt, departsAt, wishedMinutes, mostMinutesADay, experience, skills, note } = member;
  return (
    <>
      <SummaryList
        classes="cn-compact"
        rows={[
          { key: 'Arrives', value: arrivesAt === null ? 'Not said' : momentOf(arrivesAt, zone) },
          { key: 'Leaves', value: departsAt === null ? 'Not said' : momentOf(departsAt, zone) },
          {
            key: 'Hours wished',
            value: wishedMinutes === null ? 'A fair share' : hoursInWords(wishedMinutes),
          },
          mostMinutesADay !== null && { key: 'Most in a day', value: hoursInWords(mostMinutesADay) },
          {
            key: 'Helped before',
            value: experience === 'experienced' ? 'Yes' : 'No, it is the first time',
          },
          skills.length > 0 && { key: 'Skills', value: skills.map(skillInWords).join(', ') },
          note !== '' && { key: 'Note', value: note },
        ]}
      />
      {changePath !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={changePath}>
            Change this
          </a>
        </p>
      )}
    </>
  );
}
