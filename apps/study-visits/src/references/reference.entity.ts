import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRow } from '../applications/application.entity.js';
import type { ReferenceStatus } from './domain/reference.js';

/** What a colleague says of an applicant, or is asked to. */
@Entity('application_references')
@Index('application_references_email_key', { synchronize: false })
@Index('application_references_secret_key', ['secretHash'], { unique: true })
export class ReferenceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => ApplicationRow, {
    name: 'application_references_application_id_fkey',
    onDelete: 'CASCADE',
  })
  applicationId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** `null` once it is not kept any more. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  /** How they know the applicant: "My line manager". */
  @Column({ type: 'text' })
  relation!: string;

  @Column({ type: 'text' })
  status!: ReferenceStatus;

  /** Assessors and staff read it; the applicant does not. */
  @Column({ type: 'text', nullable: true })
  text!: string | null;

  /** Of the secret in their own link. */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  /** When it was given, or declined. */
  @Column({ name: 'given_at', type: 'timestamptz', nullable: true })
  givenAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}
