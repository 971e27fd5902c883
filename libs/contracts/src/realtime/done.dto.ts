/** The answer to a command that has nothing to tell but that it was done. */
export class Done {
  [nothing: string]: never;
}
