import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceFacts } from '#contracts';

/** One of the network's own conferences, as `conference-registration` last told of it. */
@Entity('known_conferences')
export class KnownConferenceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'jsonb' })
  facts!: ConferenceFacts;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
