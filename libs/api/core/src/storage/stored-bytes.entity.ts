import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Bytes in the store. Whatever uses them refers to this by a foreign key, wherever it is: so the database itself
 * knows what is in use, and refuses to forget it.
 */
@Entity('stored_bytes')
export class StoredBytesEntity {
  @PrimaryColumn('text')
  sha256!: string;

  /** When somebody last kept them; from then on they have a day to put them to use. */
  @Index('stored_bytes_kept')
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  keptAt!: Date;
}
