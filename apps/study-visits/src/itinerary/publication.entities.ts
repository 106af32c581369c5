import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { ItemChange, PublishedItem } from './domain/published.js';

/** An itinerary as it was published. */
@Entity('itinerary_publications')
export class PublicationRow {
  @PrimaryColumn({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'itinerary_publications_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** 1 for the first of the visit. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ type: 'jsonb' })
  items!: readonly PublishedItem[];

  /** Against the one before. */
  @Column({ type: 'jsonb' })
  changes!: readonly ItemChange[];

  /** How many travellers’ own days were changed by it. */
  @Column({ type: 'integer' })
  told!: number;
}

/** What a traveller was told of an item. One that is theirs no longer stays as such, so that their calendar takes it out. */
@Entity('own_items')
export class OwnItemRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'own_items_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @PrimaryColumn({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ type: 'jsonb' })
  facts!: PublishedItem;

  /** Cancelled, or for others now. */
  @Column({ name: 'is_off', type: 'boolean' })
  isOff!: boolean;

  /** Rises with each change that they were told of. */
  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}

/** That somebody’s own days were changed by a publication, and when they said that they have seen it. */
@Entity('itinerary_news')
@Index('itinerary_news_visit_idx', ['visitId'])
export class NewsRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'itinerary_news_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'itinerary_news_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Of the publication. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'jsonb' })
  changes!: readonly ItemChange[];

  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt!: Date;

  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;
}

/** The address of somebody’s own feed. With a new one, the one before leads nowhere. */
@Entity('itinerary_feeds')
@Index('itinerary_feeds_secret_key', ['secretHash'], { unique: true })
export class FeedRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'itinerary_feeds_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;
}
