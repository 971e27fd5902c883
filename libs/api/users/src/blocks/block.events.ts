/** Two people have nothing to do with each other any more. */
export class PeopleParted {
  constructor(
    readonly blockerId: string,
    readonly blockedId: string,
  ) {}
}
