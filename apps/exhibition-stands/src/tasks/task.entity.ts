import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import type { TaskKind } from './domain/task.js';

/** Something to be done for an exhibition by a day. */
@Entity('exhibition_tasks')
@Index('exhibition_tasks_exhibition_idx', ['exhibitionId', 'dueOn'])
export class TaskRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'exhibition_tasks_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ type: 'text' })
  kind!: TaskKind;

  @Column({ type: 'text' })
  title!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  /** Whom `members` knows the owner as, where it is somebody of the staff. */
  @Column({ name: 'owner_person_id', type: 'text', nullable: true })
  ownerPersonId!: string | null;

  @Column({ name: 'owner_name', type: 'text', nullable: true })
  ownerName!: string | null;

  @Column({ type: 'text' })
  note!: string;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;

  @Column({ name: 'done_by', type: 'text', nullable: true })
  doneBy!: string | null;

  @Column({ name: 'done_by_name', type: 'text', nullable: true })
  doneByName!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
