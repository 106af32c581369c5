import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';

/** When a visit's briefings are sent; without a row, as usual. */
@Entity('briefing_settings')
export class BriefingSettingsRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'briefing_settings_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'is_sending', type: 'boolean' })
  isSending!: boolean;

  /** "18:00", on the visit's clock. */
  @Column({ name: 'send_at', type: 'text' })
  sendAt!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** What staff wrote for a day of a visit. */
@Entity('briefing_days')
export class BriefingDayRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'briefing_days_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  words!: string;

  @Column({ type: 'text' })
  bring!: string;

  @Column({ type: 'integer' })
  version!: number;
}

/** That a traveller was sent the briefing of a day. Each once. */
@Entity('briefing_mails')
@Index('briefing_mails_day_idx', ['visitId', 'day'])
export class BriefingMailRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'briefing_mails_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'briefing_mails_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Of the paper, as it was then. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;
}
