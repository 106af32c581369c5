import { rotaPersonPath } from '../../board/addresses.js';
import { memberPath } from '../addresses.js';
import type { MemberStatus } from '../domain/member-status.js';
import { statusWords } from './status-tag.js';

/** An entry of somebody in a team. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly status: MemberStatus;
}

export interface EnteredTwiceProps {
  readonly exhibitionId: string;
  /** For each of them their entries. */
  readonly people: readonly (readonly Entry[])[];
}

/** Who is in the team more than once, and what staff can do about it; nothing where nobody is. */
export function EnteredTwice({ exhibitionId, people }: EnteredTwiceProps) {
  if (people.length === 0) return null;
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="twice">
      <h2 class="cn-status__title" id="twice">
        {people.length === 1
          ? 'Somebody is in the team more than once'
          : `${people.length} people are in the team more than once`}
      </h2>
      <p>
        Records of theirs were found to be of one person. No rota puts both entries on the stand at once, but
        each has its own link, times and passes. Keep one: give it the shifts of the other on the board, then
        take the other out of the team.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {people.flat().map((entry) => (
          <li key={entry.id}>
            <EntryLinks exhibitionId={exhibitionId} entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EntryLinksProps {
  readonly exhibitionId: string;
  readonly entry: Entry;
}

/** One of somebody’s entries, with where staff look at it, at its shifts, and take it out. */
export function EntryLinks({ exhibitionId, entry: { id, name, email, status } }: EntryLinksProps) {
  const whose = <span class="govuk-visually-hidden">{`: ${name}, ${email ?? 'without an address'}`}</span>;
  return (
    <>
      <a class="govuk-link" href={memberPath(exhibitionId, id)}>
        <bdi>{name}</bdi>, {email ?? 'without an address'}
      </a>{' '}
      ({statusWords[status].toLowerCase()}):{' '}
      <a class="govuk-link" href={rotaPersonPath(exhibitionId, id)}>
        shifts on the board{whose}
      </a>
      ,{' '}
      <a class="govuk-link" href={memberPath(exhibitionId, id, 'withdraw')}>
        take out of the team{whose}
      </a>
    </>
  );
}
