import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConferenceFacts, ExhibitionFacts, StandEventFacts, VisitFacts } from '#contracts';
import { EventRow } from '../events/event.entity.js';
import type { ThingSource } from './domain/shown-thing.js';

/** A thing (a conference, an exhibition) as its service last told of it, and the event that shows it. */
@Entity('shown_things')
@Index('shown_things_event_id_key', ['eventId'], { unique: true })
export class ShownThingRow {
  /** Its own. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  source!: ThingSource;

  /** `null`: nobody has said yet which event it is; see {@link KeepThing}. */
  @Column({ name: 'event_id', type: 'uuid', nullable: true })
  @ForeignKey(() => EventRow, { name: 'shown_things_event_id_fkey', onDelete: 'RESTRICT' })
  eventId!: string | null;

  /** As `source` says; see `toldIn`. */
  @Column({ type: 'jsonb' })
  facts!: ConferenceFacts | ExhibitionFacts | StandEventFacts | VisitFacts;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
