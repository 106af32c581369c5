import { remindersPath } from '../../reminders/addresses.js';
import { stopFollowingPath } from '../addresses.js';

export interface FollowActionsProps {
  /** The follow's. */
  readonly id: string;
  /** What is followed, for those who hear the links without what stands around them. */
  readonly name: string;
  /** `null` where there is nothing to be reminded of. */
  readonly reminders: 'Choose reminders' | 'Change reminders' | null;
}

/** What can be done with something that one follows. */
export function FollowActions({ id, name, reminders }: FollowActionsProps) {
  return (
    <ul class="cn-choices">
      {reminders !== null && (
        <li>
          <a href={remindersPath(id)}>
            {reminders}
            <span class="govuk-visually-hidden"> of {name}</span>
          </a>
        </li>
      )}
      <li>
        <a href={stopFollowingPath(id)}>
          Stop following<span class="govuk-visually-hidden"> {name}</span>
        </a>
      </li>
    </ul>
  );
}
