import type { Member, MemberChanged } from '@parley/contracts';

interface Version {
  change: number;
  member: Member | null;
}

/** Who is in a room, from pages and changes in any order. */
export class MemberList {
  private readonly versions = new Map<string, Version>();
  /** Pages have everything up to this change. */
  private startedAt = 0;

  get members(): Member[] {
    return [...this.versions.values()].flatMap(({ member }) => member ?? []);
  }

  /** @param startedAt the last change of the room; pages that are asked for from now on contain it */
  start(startedAt: number): void {
    this.versions.clear();
    this.startedAt = startedAt;
  }

  /** What a change has told is never older than a page that was read after the room was opened. */
  addPage(items: readonly Member[]): void {
    for (const member of items) {
      if (!this.versions.has(member.user.id)) {
        this.versions.set(member.user.id, { change: this.startedAt, member });
      }
    }
  }

  /** What arrives late and tells of the time before the start is older than every page. */
  put({ userId, change, member }: MemberChanged): void {
    if (change > (this.versions.get(userId)?.change ?? this.startedAt)) {
      this.versions.set(userId, { change, member });
    }
  }
}
