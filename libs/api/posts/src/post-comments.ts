/** What posts ask of their comments. Comments know posts and not the other way round, so they provide it. */
export abstract class PostComments {
  /** With a post that is deleted. Belongs into the transaction that deletes it. */
  abstract deleteAll(postId: string): Promise<void>;
}
