import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation, as `members` last told of it. */
@Entity('organisations')
export class OrganisationRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  category!: string;

  @Column({ type: 'text' })
  status!: string;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
