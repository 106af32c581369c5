import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { erasedName } from '#people';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import type { TeamMemberRow } from '../../team/team-member.entity.js';
import type { OrganisationHours } from '../domain/hours.js';
import { ReadHours, type StandHours } from '../hours/read-hours.js';
import { ThanksRow, ThanksWordsRow } from './thanks.entities.js';

/** Why somebody who was in a shift gets no thanks, or none any more. */
export type NoThanks = 'thanked' | 'did-not-stand' | 'no-address' | 'erased';

/** Somebody who was to stand. */
export interface PersonToThank {
  readonly member: TeamMemberRow;
  readonly minutes: number;
  readonly shifts: number;
  /** `null`: they get the mail. */
  readonly why: NoThanks | null;
  readonly thanks: ThanksRow | null;
}

/** Who looks after an organisation's bookings, as `members` tells. */
export interface OrganisationContact {
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** An organisation whose people stood. */
export interface OrganisationToThank {
  readonly organisation: OrganisationHours & { readonly name: string };
  readonly contact: OrganisationContact | null;
  readonly why: 'thanked' | 'not-known' | 'no-contact' | null;
  readonly thanks: ThanksRow | null;
}

/** What staff say in each of the two mails. */
export type ThanksWords = Pick<ThanksWordsRow, 'people' | 'organisations' | 'version'>;

export interface ThanksList {
  readonly hours: StandHours;
  readonly people: readonly PersonToThank[];
  readonly organisations: readonly OrganisationToThank[];
}

/** Reads who is thanked for an exhibition, who not, and why. */
@Injectable()
export class ReadThanks {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hours: ReadHours,
  ) {}

  async of(exhibition: Exhibition, manager: EntityManager = this.dataSource.manager): Promise<ThanksList> {
    const hours = await this.hours.of(exhibition, manager);
    const sent = await manager.findBy(ThanksRow, { exhibitionId: exhibition.id });
    const contacts = await contactsOf(
      manager,
      hours.organisations.flatMap(({ id }) => id ?? []),
    );
    const members = new Map(hours.members.map((member) => [member.id, member]));
    return {
      hours,
      people: hours.people.flatMap(({ helper, minutes, shifts }): PersonToThank[] => {
        const member = members.get(helper.id);
        if (member === undefined) return [];
        const thanks = sent.find(({ teamMemberId }) => teamMemberId === helper.id) ?? null;
        return [{ member, minutes, shifts, thanks, why: whyNot(member, shifts, thanks) }];
      }),
      organisations: hours.organisations.flatMap(({ name, ...organisation }): OrganisationToThank[] => {
        if (name === null) return [];
        const { id } = organisation;
        const thanks =
          id === null ? null : (sent.find(({ organisationId }) => organisationId === id) ?? null);
        const contact = contacts.find(({ organisationId }) => organisationId === id) ?? null;
        const none = id === null ? 'not-known' : contact === null ? 'no-contact' : null;
        return [
          {
            organisation: { ...organisation, name },
            contact,
            thanks,
            why: thanks === null ? none : 'thanked',
          },
        ];
      }),
    };
  }

  /** As staff wrote them last, or the usual ones. */
  async words(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<ThanksWords> {
    return (await manager.findOneBy(ThanksWordsRow, { exhibitionId })) ?? usualWords;
  }
}

/** What the mails say unless staff write something else. */
export const usualWords: ThanksWords = {
  people:
    'thank you for standing with us. Without you there would have been nobody to talk to, and people noticed.',
  organisations:
    'thank you for letting your people stand with us. It is them whom visitors remember, and you made it possible.',
  version: 1,
};

function whyNot({ name, email }: TeamMemberRow, shifts: number, thanks: ThanksRow | null): NoThanks | null {
  if (thanks !== null) return 'thanked';
  if (shifts === 0) return 'did-not-stand';
  if (email !== null) return null;
  return name === erasedName ? 'erased' : 'no-address';
}

/** The one who comes first by name, where several look after an organisation's bookings. */
function contactsOf(manager: EntityManager, ids: readonly string[]): Promise<OrganisationContact[]> {
  return manager.query(
    `SELECT DISTINCT ON (a.organisation_id) a.organisation_id AS "organisationId", p.id AS "personId",
       coalesce(p.preferred_name, p.name) AS name, p.email
     FROM affiliations a JOIN people p ON p.id = a.person_id
     WHERE a.organisation_id = ANY($1) AND a.is_booking_contact AND p.merged_into IS NULL AND p.email IS NOT NULL
     ORDER BY a.organisation_id, lower(p.name), p.id`,
    [ids],
  );
}
