import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Category } from './domain/organisation.js';

/** A member organisation. */
@Entity('organisations')
@Index('organisations_name_key', { synchronize: false })
@Check('organisations_category_check', `category IN ('full', 'associate', 'affiliate', 'supporter')`)
export class OrganisationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  category!: Category;

  /** What sort of body it is: council, opposition group, co-operative … */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'joined_on', type: 'date', nullable: true })
  joinedOn!: string | null;
}
