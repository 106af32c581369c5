import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { lockPeopleForChanges } from '#people';
import { type Actor, dateOf, hashOfLinkSecret, unprocessable } from '#platform';
import { LockExhibition } from '../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../tokens.js';
import { mostInvited, type Invitee } from './domain/invitee.js';
import { FindInvitees, type KnownInvitee } from './find-invitees.js';
import { mustNotBeOver } from './open-member.js';
import { TeamLinks } from './team-links.js';
import { TeamMemberRow } from './team-member.entity.js';
import { WriteToTeam, type Invited } from './write-to-team.js';

/** Somebody whom `members` knows, or whose name and address were typed. */
export type Wanted = { readonly personId: string } | Invitee;

export interface InvitedPeople {
  /** Ids of those who were invited now. */
  readonly invited: readonly string[];
  /** Names of those who are in the team already. */
  readonly already: readonly string[];
  /** Names of those to whom nobody can write. */
  readonly unreachable: readonly string[];
}

type Resolved = Omit<KnownInvitee, 'personId'> & { readonly personId: string | null };

/** Invites people to the team of an exhibition: each has a mail with a link of their own. Nobody is in a team twice. */
@Injectable()
export class InvitePeople {
  constructor(
    private readonly lockExhibition: LockExhibition,
    private readonly invitees: FindInvitees,
    private readonly links: TeamLinks,
    private readonly write: WriteToTeam,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param manager of a transaction of its own
   * @throws Problem 404; 409 `exhibition-over`; 422 for nobody, or too many at once
   */
  async within(
    manager: EntityManager,
    actor: Actor,
    exhibitionId: string,
    wanted: readonly Wanted[],
  ): Promise<InvitedPeople> {
    if (wanted.length === 0 || wanted.length > mostInvited) throw wrongNumber(wanted.length);
    await lockPeopleForChanges(manager);
    const exhibition = await this.lockExhibition.run(manager, exhibitionId);
    mustNotBeOver(exhibition);
    const resolved = await this.resolve(manager, wanted);
    const team = await manager.findBy(TeamMemberRow, { exhibitionId });
    const result = { invited: [] as Invited[], already: [] as string[], unreachable: [] as string[] };
    for (const person of resolved) {
      if (person.email === null) result.unreachable.push(person.name);
      else {
        const known = team.find((member) => isSame(member, person));
        if (known !== undefined && known.status !== 'left') result.already.push(person.name);
        else {
          const row = await this.add(manager, exhibitionId, person, known);
          team.push(row);
          result.invited.push(row);
        }
      }
    }
    const mail = { isReminder: false, correlationId: actor.requestId };
    await this.write.invitations(manager, exhibition, result.invited, mail);
    return { ...result, invited: result.invited.map(({ id }) => id) };
  }

  private async resolve(manager: EntityManager, wanted: readonly Wanted[]): Promise<Resolved[]> {
    const ids = wanted.flatMap((one) => ('personId' in one ? [one.personId] : []));
    const addresses = wanted.flatMap((one) => ('email' in one ? [one.email] : []));
    const people = await this.invitees.byIds(manager, ids);
    const byEmail = await this.invitees.byEmails(manager, addresses);
    return wanted.flatMap((one): Resolved[] => {
      if ('personId' in one) {
        const person = people.get(one.personId);
        return person === undefined || person.name === '' ? [] : [person];
      }
      const known = byEmail.get(one.email.toLowerCase());
      return [
        {
          personId: known?.personId ?? null,
          name: one.name,
          email: one.email,
          organisationId: one.organisationName === null ? (known?.organisationId ?? null) : null,
          organisationName: one.organisationName ?? known?.organisationName ?? null,
        },
      ];
    });
  }

  /** @param left that they were in the team before: what they said then is as old as their link, and goes with it */
  private async add(
    manager: EntityManager,
    exhibitionId: string,
    person: Resolved,
    left: TeamMemberRow | undefined,
  ): Promise<TeamMemberRow> {
    const id = left?.id ?? uuidv7();
    const linkNumber = left === undefined ? 0 : left.linkNumber + 1;
    if (left !== undefined) await manager.query('DELETE FROM availability WHERE team_member_id = $1', [id]);
    return manager.save(TeamMemberRow, {
      id,
      exhibitionId,
      ...person,
      status: 'invited',
      linkNumber,
      secretHash: hashOfLinkSecret(this.links.secretFor({ id, linkNumber })),
      invitedAt: dateOf(this.clock()),
      remindedAt: null,
      answeredAt: null,
      arrivesAt: null,
      departsAt: null,
      wishedMinutes: null,
      mostMinutesADay: null,
      experience: left?.experience ?? 'first-time',
      skills: left?.skills ?? [],
      note: left?.note ?? '',
      version: (left?.version ?? 0) + 1,
    });
  }
}

const isSame = (member: TeamMemberRow, { personId, email }: Resolved): boolean =>
  (personId !== null && member.personId === personId) ||
  (member.email !== null && member.email.toLowerCase() === email?.toLowerCase());

const wrongNumber = (number: number) =>
  unprocessable([
    {
      field: 'people',
      code: number === 0 ? 'missing' : 'too-many',
      message:
        number === 0
          ? 'Choose at least one person to invite.'
          : `Invite ${mostInvited} people or fewer at once.`,
    },
  ]);
