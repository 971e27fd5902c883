import { User } from '../users/users.dto.js';
import { IsId } from '../validation/validators.js';

/** The path of one person, by their id. */
export class PersonPath {
  @IsId()
  id!: string;
}

/** Somebody whom one may want to follow. */
export class SuggestedPerson {
  user!: User;
  /** In how many rooms both are. */
  sharedRooms!: number;
}

export class SuggestedPeople {
  /** Those with the most shared rooms first, at most 20. */
  items!: SuggestedPerson[];
}
