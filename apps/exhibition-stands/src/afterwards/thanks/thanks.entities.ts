import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../../team/team-member.entity.js';

/** What staff want to say in their thanks; without a row, the usual. */
@Entity('thanks_words')
export class ThanksWordsRow {
  @PrimaryColumn({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'thanks_words_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'text' })
  people!: string;

  @Column({ type: 'text' })
  organisations!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** That somebody was thanked for an exhibition, or an organisation was: once each, whoever presses how often. */
@Entity('thanks')
@Index('thanks_member_key', ['exhibitionId', 'teamMemberId'], { unique: true })
@Index('thanks_organisation_key', ['exhibitionId', 'organisationId'], { unique: true })
@Check('thanks_whom_check', '(team_member_id IS NULL) <> (organisation_id IS NULL)')
export class ThanksRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'thanks_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'team_member_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TeamMemberRow, { name: 'thanks_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string | null;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  /** Who had the organisation's mail. */
  @Column({ name: 'contact_person_id', type: 'text', nullable: true })
  contactPersonId!: string | null;

  /** As the mail said. */
  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;

  /** The person of the staff. */
  @Column({ name: 'sent_by', type: 'text', nullable: true })
  sentBy!: string | null;

  /** Of the secret in the link to say how it was; none for an organisation. */
  @Column({ name: 'secret_hash', type: 'bytea', nullable: true })
  @Index('thanks_secret_key', { unique: true })
  secretHash!: Buffer | null;
}
