import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody is on one of the network's stands, as `exhibition-stands` last told. */
@Entity('stand_shifts')
@Index('stand_shifts_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class StandShiftRow {
  /** Of their part in the shift. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** `null`: no person of the site, or one that was erased, or somebody who has it no longer. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  exhibitionId!: string;

  /** "Labour Party Conference 2027" */
  @Column({ name: 'exhibition_title', type: 'text' })
  exhibitionTitle!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  /** IANA. */
  @Column({ type: 'text' })
  zone!: string;

  /** To get there or away. */
  @Column({ name: 'walking_minutes', type: 'integer' })
  walkingMinutes!: number;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
