/** These sessions are over, and it is committed. */
export class SessionsEnded {
  constructor(readonly sessionIds: readonly string[]) {}
}
