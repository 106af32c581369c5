import { memberStatuses, type MemberStatus } from './member-status.js';

/** Which part of a team is shown. */
export interface TeamFilter {
  /** In name, address or organisation. */
  readonly words: string;
  /** `null`: all but those who have left. */
  readonly status: MemberStatus | null;
  /** `null`: any. */
  readonly skill: string | null;
}

export const wholeTeam: TeamFilter = { words: '', status: null, skill: null };

interface Listed {
  readonly name: string;
  readonly email: string | null;
  readonly organisationName: string | null;
  readonly status: MemberStatus;
  readonly skills: readonly string[];
}

/** A text as it is searched for: "Zoë" is found by "zoe", and "zoe" by "Zoë". */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();

export const isShown = (member: Listed, { words, status, skill }: TeamFilter): boolean =>
  (status === null ? member.status !== 'left' : member.status === status) &&
  (skill === null || member.skills.includes(skill)) &&
  plain(`${member.name} ${member.email ?? ''} ${member.organisationName ?? ''}`).includes(
    plain(words.trim()),
  );

/** What an address asks for; what it does not know is left out. */
export function readTeamFilter(asked: Readonly<Record<string, unknown>>): TeamFilter {
  const text = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value.slice(0, 200) : '';
  };
  return {
    words: text('q'),
    status: memberStatuses.find((each) => each === text('status')) ?? null,
    skill: text('skill') === '' ? null : text('skill'),
  };
}

/** The query of an address that asks for it; empty for the whole team. */
export function teamQuery({ words, status, skill }: TeamFilter): string {
  const query = new URLSearchParams();
  if (words.trim() !== '') query.set('q', words);
  if (status !== null) query.set('status', status);
  if (skill !== null) query.set('skill', skill);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** How many answered what. */
export function countsOf(members: readonly Listed[]): Readonly<Record<MemberStatus, number>> {
  const count = (status: MemberStatus) => members.filter((member) => member.status === status).length;
  return {
    invited: count('invited'),
    answered: count('answered'),
    declined: count('declined'),
    left: count('left'),
  };
}

interface Entry {
  readonly id: string;
  readonly personId: string | null;
  readonly status: MemberStatus;
}

/** Those who are in the team more than once, since records of theirs were merged: for each of them their entries. */
export function twice<Member extends Entry>(members: readonly Member[]): readonly (readonly Member[])[] {
  const there = members.filter(({ personId, status }) => personId !== null && status !== 'left');
  return [...Map.groupBy(there, ({ personId }) => personId).values()].filter(({ length }) => length > 1);
}
