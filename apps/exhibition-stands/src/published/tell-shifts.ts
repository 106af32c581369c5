import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForMail, Outbox } from '#messaging';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { byPerson } from './domain/told-person.js';
import { hasIt, type Current } from './domain/rota-diff.js';
import { ReadCurrent } from './read-current.js';
import { shiftFactsOf } from './shift-facts.js';
import { ShiftMails } from './shift-mails.js';
import type { Telling } from './telling.js';
import type { Written } from './write-current.js';

/** Tells people, and other apps, what is different about who has which shift: those whom it concerns, and nobody else. */
@Injectable()
export class TellShifts {
  constructor(
    private readonly outbox: Outbox,
    private readonly askForMail: AskForMail,
    private readonly mails: ShiftMails,
    private readonly currents: ReadCurrent,
  ) {}

  /**
   * In the transaction that wrote it. Each part in a shift has a version higher than any that was told before.
   *
   * @returns how many people were written to; whoever has no address is told by staff
   */
  async run(
    manager: EntityManager,
    exhibition: Exhibition,
    written: Written,
    telling: Telling,
  ): Promise<number> {
    const people = byPerson(written);
    const members = await this.membersIn(manager, exhibition.id);
    const facts = (one: Current) =>
      shiftFactsOf(one, exhibition, members.get(one.memberId)?.personId ?? null);
    const about = (one: Current) => ({
      aggregate: { id: one.id, version: one.version },
      correlationId: telling.correlationId,
      payload: facts(one),
    });
    await this.outbox.addAll(manager, [
      ...written.unassigned.map((one) => ({
        type: 'exhibition-stands.shift-unassigned.v1' as const,
        ...about(one),
      })),
      ...written.changed.map(({ after }) => ({
        type: 'exhibition-stands.shift-changed.v1' as const,
        ...about(after),
      })),
      ...written.assigned.map((one) => ({
        type: 'exhibition-stands.shift-assigned.v1' as const,
        ...about(one),
      })),
    ]);
    const mails = people.map((person) => {
      const member = members.get(person.memberId);
      return member === undefined
        ? []
        : this.mails.to(member, person, { exhibition, members, current: written.current, telling });
    });
    await this.askForMail.all(manager, mails.flat());
    return mails.filter(({ length }) => length > 0).length;
  }

  /**
   * Tells other apps again who has these people's shifts, as it has become known who they are. Nobody is written to: nothing is
   * different for anybody.
   *
   * @param manager of a transaction that holds the locks of the people and of the exhibition
   */
  async whose(
    manager: EntityManager,
    exhibition: Exhibition,
    memberIds: readonly string[],
    correlationId: string,
  ): Promise<void> {
    await manager.query(
      `UPDATE current_assignments SET version = version + 1
       WHERE team_member_id = ANY($1) AND status IN ('assigned', 'checked-in')`,
      [memberIds],
    );
    const members = await this.membersIn(manager, exhibition.id);
    const current = (await this.currents.of(exhibition.id, manager)).filter(hasIt);
    await this.outbox.addAll(
      manager,
      current
        .filter(({ memberId }) => memberIds.includes(memberId))
        .map((one) => ({
          type: 'exhibition-stands.shift-assigned.v1' as const,
          aggregate: { id: one.id, version: one.version },
          correlationId,
          payload: shiftFactsOf(one, exhibition, members.get(one.memberId)?.personId ?? null),
        })),
    );
  }

  private async membersIn(
    manager: EntityManager,
    exhibitionId: string,
  ): Promise<ReadonlyMap<string, TeamMemberRow>> {
    const rows = await manager.findBy(TeamMemberRow, { exhibitionId });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
