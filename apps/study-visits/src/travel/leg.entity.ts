import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { OwnWay } from './domain/journey.js';
import type { LegKind, LegStatus, LegWay, Point } from './domain/leg.js';
import type { ManifestPlace } from './domain/manifest.js';
import type { ToldLeg } from './domain/told-legs.js';

/** A part of the journey of a visit: a flight, a coach, a walk. */
@Entity('legs')
@Index('legs_visit_idx', ['visitId', 'departsAt'])
@Check('legs_order_check', 'arrives_at > departs_at')
@Check(
  'legs_numbers_check',
  'seats >= 1 AND change_minutes >= 0 AND border_minutes >= 0 AND meet_minutes >= 0',
)
@Check('legs_cancelled_check', "(status = 'cancelled') = (status_reason IS NOT NULL)")
export class LegRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'legs_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  kind!: LegKind;

  @Column({ type: 'text' })
  way!: LegWay;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  carrier!: string | null;

  @Column({ name: 'from_name', type: 'text' })
  fromName!: string;

  @Column({ name: 'from_point', type: 'jsonb', nullable: true })
  fromPoint!: Point | null;

  @Column({ name: 'to_name', type: 'text' })
  toName!: string;

  @Column({ name: 'to_point', type: 'jsonb', nullable: true })
  toPoint!: Point | null;

  /** Instants of their own: the visit's days can be moved without them. */
  @Column({ name: 'departs_at', type: 'timestamptz' })
  departsAt!: Date;

  /** IANA; on whose clock staff entered it and travellers read it. */
  @Column({ name: 'departs_zone', type: 'text' })
  departsZone!: string;

  @Column({ name: 'arrives_at', type: 'timestamptz' })
  arrivesAt!: Date;

  @Column({ name: 'arrives_zone', type: 'text' })
  arrivesZone!: string;

  @Column({ name: 'change_minutes', type: 'integer' })
  changeMinutes!: number;

  @Column({ name: 'border_minutes', type: 'integer' })
  borderMinutes!: number;

  @Column({ name: 'meeting_point', type: 'text', nullable: true })
  meetingPoint!: string | null;

  @Column({ name: 'meet_minutes', type: 'integer', nullable: true })
  meetMinutes!: number | null;

  @Column({ type: 'text', nullable: true })
  luggage!: string | null;

  @Column({ type: 'text', nullable: true })
  vehicle!: string | null;

  @Column({ type: 'integer', nullable: true })
  seats!: number | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text' })
  status!: LegStatus;

  /** Why it was cancelled; its travellers read it. */
  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** Rises with each change of the leg and of who is on it. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}

/** That somebody is on a leg, and what was booked for them. */
@Entity('leg_travellers')
@Index('leg_travellers_seat_key', ['legId', 'seat'], { unique: true, where: 'seat IS NOT NULL' })
@Index('leg_travellers_traveller_idx', ['travellerId'])
export class LegTravellerRow {
  @PrimaryColumn({ name: 'leg_id', type: 'uuid' })
  @ForeignKey(() => LegRow, { name: 'leg_travellers_leg_id_fkey', onDelete: 'CASCADE' })
  legId!: string;

  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'leg_travellers_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ name: 'booking_reference', type: 'text', nullable: true })
  bookingReference!: string | null;

  @Column({ type: 'text', nullable: true })
  seat!: string | null;
}

/** That somebody looks after their own way there or back. */
@Entity('own_travel')
export class OwnTravelRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'own_travel_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @PrimaryColumn({ type: 'text' })
  way!: OwnWay;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** IANA */
  @Column({ type: 'text' })
  zone!: string;

  @Column({ type: 'text', nullable: true })
  words!: string | null;
}

/** What somebody was told of their legs, so that the next mail says what is different. */
@Entity('told_travel')
export class ToldTravelRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'told_travel_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt!: Date;

  /** As many mails as they have had. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'jsonb' })
  legs!: ToldLeg[];
}

/** A version of a manifest that was sent to whoever drives. It names nobody. */
@Entity('sent_manifests')
@Index('sent_manifests_number_key', ['legId', 'number'], { unique: true })
export class SentManifestRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'leg_id', type: 'uuid' })
  @ForeignKey(() => LegRow, { name: 'sent_manifests_leg_id_fkey', onDelete: 'CASCADE' })
  legId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt!: Date;

  @Column({ type: 'jsonb' })
  facts!: Record<string, string>;

  @Column({ type: 'jsonb' })
  places!: ManifestPlace[];
}

/** A link to a driver's copy of a manifest. */
@Entity('driver_links')
@Index('driver_links_leg_idx', ['legId'])
@Index('driver_links_secret_key', ['secretHash'], { unique: true })
export class DriverLinkRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'leg_id', type: 'uuid' })
  @ForeignKey(() => LegRow, { name: 'driver_links_leg_id_fkey', onDelete: 'CASCADE' })
  legId!: string;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
