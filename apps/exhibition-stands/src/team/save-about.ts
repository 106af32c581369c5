import { Inject, Injectable } from '@nestjs/common';
import { dateOf, Transactions, valueOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { checkAbout, type About } from './domain/about.js';
import { statusOf } from './domain/member-status.js';
import { OpenMember, type Who } from './open-member.js';
import { editedMeanwhile, hasLeft } from './say-availability.js';
import { TeamMemberRow } from './team-member.entity.js';
import { wholeSpan } from './team-of.js';

/** Keeps what somebody says of themselves: when they come and go, how many hours they wish, what they can do. */
@Injectable()
export class SaveAbout {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: OpenMember,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * What is so already is not changed, whatever version was seen: a second press is harmless.
   *
   * @param version that was seen; `null`: whatever there is
   * @throws Problem 404; 409 `exhibition-over`, `has-left`, `edited-meanwhile`; 422
   */
  run(who: Who, input: About, version: number | null = null): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { row, exhibition } = await this.members.forChange(manager, who);
      if (statusOf(row.status) === 'left') throw hasLeft();
      const whole = wholeSpan(exhibition);
      const stand = whole === null ? null : { from: whole.start, until: whole.end };
      const about = valueOf(checkAbout(input, stand));
      const columns = {
        arrivesAt: about.arrivesAt === null ? null : dateOf(about.arrivesAt),
        departsAt: about.departsAt === null ? null : dateOf(about.departsAt),
        wishedMinutes: about.wishedMinutes,
        mostMinutesADay: about.mostMinutesADay,
        experience: about.experience,
        skills: [...about.skills],
        note: about.note,
      };
      if (
        Object.entries(columns).every(([name, value]) => isSame(value, row[name as keyof typeof columns]))
      ) {
        return;
      }
      if (version !== null && version !== row.version) throw editedMeanwhile();
      await manager.update(
        TeamMemberRow,
        { id: row.id },
        {
          ...columns,
          // Whoever has said nothing of when they can come has not answered yet.
          ...(row.answeredAt !== null && { answeredAt: dateOf(this.clock()) }),
          version: row.version + 1,
        },
      );
    });
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
