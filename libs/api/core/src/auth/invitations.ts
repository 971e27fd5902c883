/** Invitations into rooms, for the sake of those who have no account yet. Registration knows nothing else of rooms. */
export abstract class Invitations {
  /**
   * Belongs into the transaction that makes the account, so that a link for one person makes one account.
   * @throws DomainError `invite.gone`, `room.archived`, `room.full`
   */
  abstract redeem(token: string, userId: string): Promise<void>;
}
