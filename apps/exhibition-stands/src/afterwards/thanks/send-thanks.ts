import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, type Actor } from '#platform';
import { plural } from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { AskForMail, type WantedMail } from '#messaging';
import { ChangePlan } from '../../plans/change-plan.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { ReadThanks } from './read-thanks.js';
import { ThanksMails } from './thanks-mails.js';
import type { ThanksRow } from './thanks.entities.js';

export const thanked = ['people', 'organisations'] as const;

/** Whom to thank: everybody who stood, or the contacts of their organisations. */
export type Thanked = (typeof thanked)[number];

type NewThanks = Pick<ThanksRow, 'id' | 'teamMemberId' | 'organisationId' | 'contactPersonId' | 'minutes'> & {
  readonly secretHash: Buffer | null;
  readonly mail: (row: Pick<ThanksRow, 'id'>) => readonly WantedMail[];
};

/** Thanks those who have not been thanked yet. */
@Injectable()
export class SendThanks {
  constructor(
    private readonly plan: ChangePlan,
    private readonly thanks: ReadThanks,
    private readonly mails: ThanksMails,
    private readonly askForMail: AskForMail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whoever was thanked before is not written to again: a row says so, which there can be once for each, and each mail goes with
   * the row that was written for it.
   *
   * @returns how many were written to now
   * @throws Problem 404; 409 `not-over`
   */
  run(manager: EntityManager, actor: Actor, exhibitionId: string, whom: Thanked): Promise<number> {
    return this.plan.within(manager, actor, exhibitionId, async ({ exhibition, actor: noted }) => {
      mustBeOver(exhibition);
      const wanted = await this.wanted(manager, exhibition, whom, actor.requestId);
      const sentAt = dateOf(this.clock());
      const mails: WantedMail[] = [];
      for (const { mail, ...row } of wanted) {
        const written: { id: string }[] = await manager.query(
          `INSERT INTO thanks (id, exhibition_id, team_member_id, organisation_id, contact_person_id, minutes, sent_at, sent_by,
             secret_hash)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
          [
            row.id,
            exhibitionId,
            row.teamMemberId,
            row.organisationId,
            row.contactPersonId,
            row.minutes,
            sentAt,
            noted.identity.personId,
            row.secretHash,
          ],
        );
        if (written.length > 0) mails.push(...mail(row));
      }
      await this.askForMail.all(manager, mails);
      const change = { action: `Thanks sent to ${inWords(whom, mails.length)}`, changes: [] };
      return { result: mails.length, change: mails.length === 0 ? null : change };
    });
  }

  private async wanted(
    manager: EntityManager,
    exhibition: Exhibition,
    whom: Thanked,
    correlationId: string,
  ): Promise<readonly NewThanks[]> {
    const { people, organisations } = await this.thanks.of(exhibition, manager);
    const words = await this.thanks.words(exhibition.id, manager);
    const about = { exhibition, words, sentAt: this.clock() };
    if (whom === 'people') {
      return people
        .filter(({ why }) => why === null)
        .map((to) => {
          const id = uuidv7();
          return {
            id,
            teamMemberId: to.member.id,
            organisationId: null,
            contactPersonId: null,
            minutes: to.minutes,
            secretHash: this.mails.secretHashOf(id),
            mail: (row) => this.mails.toPerson({ ...about, thanksId: row.id }, to, correlationId),
          };
        });
    }
    return organisations
      .filter(({ why }) => why === null)
      .map((to) => ({
        id: uuidv7(),
        teamMemberId: null,
        organisationId: to.organisation.id,
        contactPersonId: to.contact?.personId ?? null,
        minutes: to.organisation.minutes,
        secretHash: null,
        mail: (row) => this.mails.toOrganisation({ ...about, thanksId: row.id }, to, correlationId),
      }));
  }
}

/** "28 people", "1 organisation" */
export const inWords = (whom: Thanked, number: number): string =>
  whom === 'people' ? plural(number, 'person', 'people') : plural(number, 'organisation');

/** @throws Problem 409 `not-over` */
function mustBeOver({ status }: Pick<Exhibition, 'status'>): void {
  if (status === 'over') return;
  throw conflict(
    'not-over',
    status === 'cancelled'
      ? 'The exhibition was called off, so there is nobody to thank.'
      : 'The exhibition is not over yet. Thanks can be sent from the day after its last.',
  );
}
