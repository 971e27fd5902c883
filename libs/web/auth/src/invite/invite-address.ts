/** The token of the invitation that somebody came by before they had an account. */
export function inviteIn(returnUrl: string | undefined): string | undefined {
  return /^\/invite\/([\w-]{24})$/.exec(returnUrl ?? '')?.[1];
}
