import { IsIn } from 'class-validator';
import { limits } from '../limits.js';
import { IsText, MayBeAbsent } from '../validation/validators.js';

/** What becomes of what somebody said when their account goes. */
export const deletionModes = ['anonymise', 'erase'] as const;
export type DeletionMode = (typeof deletionModes)[number];

/** The body of `DELETE /users/me`. */
export class DeleteAccount {
  /** May be left out by who has shown within the last 15 minutes, in any way, that it is them. */
  @MayBeAbsent()
  @IsText(limits.password.max)
  password?: string;

  /**
   * `anonymise` leaves messages, posts and comments under "Deleted user", `erase` removes them too. Files and
   * pictures, and the account with all that belongs to it, go in either case.
   */
  @IsIn(deletionModes)
  mode!: 'anonymise' | 'erase';
}

/** A room that would be left without an owner. */
export class OrphanedRoom {
  id!: string;
  name!: string;
  memberCount!: number;
}

/** What stands in the way of deleting an account. */
export class DeletionPreview {
  /** Somebody else must become their owner first, or they must be deleted. */
  rooms!: OrphanedRoom[];
}
