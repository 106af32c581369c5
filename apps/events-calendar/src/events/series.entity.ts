import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A name that several events share (a webinar series). */
@Entity('series')
export class SeriesRow {
  @PrimaryColumn({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  name!: string;
}
