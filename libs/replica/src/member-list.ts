import type { Member, MemberChanged } from '@parley/contracts';

interface Version {
  change: number;
  member: Member | null;
}

/** Who is in a room, from pages and changes in any order. */
export class MemberList {
  private readonly versions = new Map<string, Version>();

  get members(): Member[] {
    return [...this.versions.values()].flatMap(({ member }) => member ?? []);
  }

  clear(): void {
    this.versions.clear();
  }

  /** What a change has told is never older than a page that was read after the room was opened. */
  addPage(items: readonly Member[]): void {
    for (const member of items) {
      if (!this.versions.has(member.user.id)) {
        this.versions.set(member.user.id, { change: 0, member });
      }
    }
  }

  put({ userId, change, member }: MemberChanged): void {
    if (change > (this.versions.get(userId)?.change ?? -1)) {
      this.versions.set(userId, { change, member });
    }
  }
}
