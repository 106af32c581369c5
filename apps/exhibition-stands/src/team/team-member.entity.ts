import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';

/** Somebody who helps, or is asked to help, at a stand. */
@Entity('team_members')
@Index('team_members_email_key', { synchronize: false })
@Index('team_members_address_idx', { synchronize: false })
@Index('team_members_exhibition_idx', ['exhibitionId'])
@Index('team_members_secret_key', ['secretHash'], { unique: true })
@Index('team_members_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class TeamMemberRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'team_members_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** Whom `members` knows them as; `null`: nobody, or it is not known. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'organisation_name', type: 'text', nullable: true })
  organisationName!: string | null;

  /** `invited`, `answered`, `declined`, `left`. */
  @Column({ type: 'text' })
  status!: string;

  /** Of the secret in their own link. */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  /** Rises when their link is to work no longer: each number has another secret. */
  @Column({ name: 'link_number', type: 'integer', default: 0 })
  linkNumber!: number;

  @Column({ name: 'invited_at', type: 'timestamptz', nullable: true })
  invitedAt!: Date | null;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  /** When what they said last changed. */
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'arrives_at', type: 'timestamptz', nullable: true })
  arrivesAt!: Date | null;

  @Column({ name: 'departs_at', type: 'timestamptz', nullable: true })
  departsAt!: Date | null;

  /** How long they would like to be on the stand in all. */
  @Column({ name: 'wished_minutes', type: 'integer', nullable: true })
  wishedMinutes!: number | null;

  @Column({ name: 'most_minutes_a_day', type: 'integer', nullable: true })
  mostMinutesADay!: number | null;

  /** `first-time`, `experienced`. */
  @Column({ type: 'text' })
  experience!: string;

  /** `lead`, `bsl`, `language:pl`, `topic:housing`. */
  @Column({ type: 'text', array: true, default: [] })
  skills!: string[];

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'integer' })
  version!: number;
}
