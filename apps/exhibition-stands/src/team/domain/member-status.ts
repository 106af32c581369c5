/** What became of asking somebody. */
export const memberStatuses = ['invited', 'answered', 'declined', 'left'] as const;

export type MemberStatus = (typeof memberStatuses)[number];

/** What happens to somebody of a team. */
export type MemberAct = 'answer' | 'decline' | 'withdraw' | 'invite';

/** What each leads to; where nothing is said, it cannot be done. */
const steps: Readonly<Record<MemberAct, Partial<Record<MemberStatus, MemberStatus>>>> = {
  answer: { invited: 'answered', answered: 'answered', declined: 'answered' },
  decline: { invited: 'declined', answered: 'declined', declined: 'declined' },
  withdraw: { invited: 'left', answered: 'left', declined: 'left', left: 'left' },
  invite: { invited: 'invited', answered: 'answered', declined: 'invited', left: 'invited' },
};

/** @returns `null`: it cannot be done any more */
export const statusAfter = (status: MemberStatus, act: MemberAct): MemberStatus | null =>
  steps[act][status] ?? null;

export const statusOf = (text: string): MemberStatus =>
  memberStatuses.find((each) => each === text) ?? 'left';
