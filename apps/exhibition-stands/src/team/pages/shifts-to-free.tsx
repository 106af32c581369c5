import { InsetText, plural } from '#ui';
import { shiftInWords } from '../../published/pages/shift-words.js';
import type { ToldAssignment } from '../../published/read-current.js';

export interface ShiftsToFreeProps {
  /** In the order in which they begin. */
  readonly shifts: readonly Pick<ToldAssignment, 'id' | 'terms'>[];
  /** IANA. */
  readonly zone: string;
  /** Whether whoever has them reads it themselves. */
  readonly isOwn?: boolean;
}

/** Which shifts are free for others once somebody leaves; nothing where they have none. */
export function ShiftsToFree({ shifts, zone, isOwn = false }: ShiftsToFreeProps) {
  if (shifts.length === 0) return null;
  const many = plural(shifts.length, 'shift');
  return (
    <InsetText>
      <p class="govuk-body">
        {isOwn
          ? `You have ${many} to come. All of them are free for others then, and cannot be taken back here:`
          : `They have ${many} to come. All of them are gaps then, and they are written to:`}
      </p>
      <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
        {shifts.map(({ id, terms }) => (
          <li key={id}>{shiftInWords(terms, zone)}</li>
        ))}
      </ul>
    </InsetText>
  );
}
