import { computed, inject } from '@angular/core';
import type { Room } from '@parley/contracts';
import { QuickSwitch, type QuickSwitchItem } from '@parley/web-core';
import { Outbox } from './outbox/outbox';
import { DeliveryReporter } from './receipts/delivery-reporter';
import { titleOf } from './rooms/room-naming';
import { sectionsOf } from './rooms/room-sections';
import { RoomsStore } from './rooms/rooms-store';

/**
 * What goes on whatever page is open: sending what waits, telling what has arrived, counting what is unread, and offering the rooms to
 * the quick switcher. Runs in the injection context of whoever is there as long as somebody is signed in.
 */
export function startChats(): void {
  inject(DeliveryReporter);
  inject(Outbox);
  const { rooms } = inject(RoomsStore);
  const inOrder = computed(() => sectionsOf(rooms(), '').flatMap((section) => section.rooms));
  inject(QuickSwitch).offer(computed(() => inOrder().map(toPlace)));
}

function toPlace(room: Room): QuickSwitchItem {
  const [peer] = room.peers;
  return {
    id: room.id,
    label: titleOf(room),
    commands: ['/chats', room.id],
    ...(room.kind === 'direct' && peer && { user: peer, detail: `@${peer.username}` }),
    ...(room.me && { unread: room.me.unread }),
  };
}
