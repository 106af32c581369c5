import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A security-relevant act. Never changed; deleted only when its retention is over. */
@Entity('audit_entries')
@Index('audit_entries_at_idx', ['at', 'id'])
@Index('audit_entries_act_idx', ['act', 'at'])
@Index('audit_entries_actor_id_idx', ['actorId', 'at'])
@Index('audit_entries_subject_id_idx', ['subjectId', 'at'])
export class AuditEntryRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** One of {@link acts}. */
  @Column({ type: 'text' })
  act!: string;

  /** Who did it; `null` for a visitor and for the command line. */
  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;

  /** Whom the actor acted for at the time, if anybody. */
  @Column({ name: 'on_behalf_of_id', type: 'uuid', nullable: true })
  onBehalfOfId!: string | null;

  /** The person or organisation that it was done to. */
  @Column({ name: 'subject_id', type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Column({ name: 'subject_name', type: 'text', nullable: true })
  subjectName!: string | null;

  @Column({ name: 'request_id', type: 'text', nullable: true })
  requestId!: string | null;

  @Column({ type: 'jsonb' })
  details!: Record<string, string | number | boolean | null>;
}
