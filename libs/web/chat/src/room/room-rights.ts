import { computed, inject, Service } from '@angular/core';
import type { Message } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { BlockedPeople, Session } from '@parley/web-core';
import { RoomsStore } from '../rooms/rooms-store';
import { Conversation } from './conversation';

/** What the person may do in the room on screen: decides what is offered, the server decides what happens. */
@Service({ autoProvided: false })
export class RoomRights {
  private readonly rooms = inject(RoomsStore);
  private readonly blocked = inject(BlockedPeople);
  readonly ownId = inject(Session).me()?.id ?? '';

  private readonly conversation = inject(Conversation);
  readonly room = computed(() => this.rooms.get(this.conversation.roomId));

  readonly isArchived = computed(() => Boolean(this.room()?.archivedAt));
  readonly isAdmin = computed(() => ['owner', 'admin'].includes(this.room()?.me?.role ?? ''));
  readonly isOwner = computed(() => this.room()?.me?.role === 'owner');
  readonly mayCallEverybody = computed(() => {
    const room = this.room();
    const isSmall = room && (room.kind !== 'channel' || room.memberCount <= limits.mentions.freely);
    return Boolean(isSmall) || this.isAdmin();
  });
  /** Of a direct chat: the other one, as long as one has blocked them. */
  readonly blockedPeer = computed(() => {
    const room = this.room();
    const peer = room?.kind === 'direct' ? room.peers[0] : undefined;
    return peer && this.blocked.has(peer.id) ? peer : undefined;
  });
  private readonly isInside = computed(() => Boolean(this.room()?.me) && !this.isArchived());
  /** In a room of announcements members only listen. */
  readonly maySpeak = computed(
    () => this.isInside() && !this.blockedPeer() && (this.room()?.posting === 'everyone' || this.isAdmin()),
  );
  /** Name and topic belong to those who look after a room, and in a group to everybody. */
  readonly mayChange = computed(() => this.isAdmin() || this.room()?.kind === 'group');
  readonly mayInvite = computed(() => this.isInside() && this.mayChange());

  mayReply(message: Message): boolean {
    return message.kind === 'text' && !message.deletedAt && this.maySpeak();
  }

  /** Whoever is in the room, also where only a few may speak. */
  mayReact(message: Message): boolean {
    const isOpen = Boolean(this.room()?.me) && !this.isArchived() && !this.blockedPeer();
    return message.kind === 'text' && !message.deletedAt && isOpen;
  }

  /** In channels their admins decide what is held on to. */
  mayPin(message?: Message): boolean {
    const isOpen = Boolean(this.room()?.me) && !this.isArchived() && !this.blockedPeer();
    const isPinnable = !message || (message.kind === 'text' && !message.deletedAt);
    return isOpen && isPinnable && (this.room()?.kind !== 'channel' || this.isAdmin());
  }

  mayEdit(message: Message): boolean {
    return (
      message.authorId === this.ownId && message.kind === 'text' && !message.deletedAt && this.maySpeak()
    );
  }

  mayDelete(message: Message): boolean {
    const isMine = message.authorId === this.ownId && message.kind !== 'system';
    return !message.deletedAt && (isMine || this.isAdmin()) && this.isInside();
  }
}
