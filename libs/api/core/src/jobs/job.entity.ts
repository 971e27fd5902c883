import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** Something that is still to be done. A row that is done is gone. */
@Entity('jobs')
@Index('jobs_dedupe', ['kind', 'dedupeKey'], { unique: true, where: 'failed_at IS NULL' })
@Index('jobs_due', ['dueAt'], { where: 'failed_at IS NULL' })
export class JobEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** What waits already is not added again. */
  @Column('text')
  dedupeKey!: string;

  @Column('jsonb')
  payload!: object;

  /** How often it was begun. */
  @Column('int', { default: 0 })
  attempts!: number;

  /** While somebody works on it: when they are taken for dead. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  dueAt!: Date;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  /** When it was given up; the row stays for whoever wants to know why. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  failedAt!: Date | null;
}
