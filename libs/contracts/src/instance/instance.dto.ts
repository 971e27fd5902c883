/** What a server tells everybody about itself, before they sign in. */
export class Instance {
  name!: string;
  version!: string;
  /** Whether new people may make themselves an account: all, those who were invited to a room, or nobody. */
  registration!: 'open' | 'invite' | 'closed';
  /** False on a new server, whose first account becomes its administrator. */
  hasAccounts!: boolean;
}
