import { createEnvironmentInjector, EnvironmentInjector, inject, Service } from '@angular/core';
import { Conversation, ROOM_ID } from './conversation';

/** So many rooms are kept as they were, so that going back to one is instant. */
const KEPT = 8;

/** The conversations that were on screen lately: still listening, and where the reader left them. */
@Service()
export class Conversations {
  private readonly parent = inject(EnvironmentInjector);
  private readonly open = new Map<string, EnvironmentInjector>();

  of(roomId: string): Conversation {
    const injector = this.open.get(roomId) ?? this.create(roomId);
    this.open.delete(roomId);
    this.open.set(roomId, injector);
    this.evict();
    return injector.get(Conversation);
  }

  /** What is known of it is of no use any more: the person left or the room is gone. */
  drop(roomId: string): void {
    this.open.get(roomId)?.destroy();
    this.open.delete(roomId);
  }

  private create(roomId: string): EnvironmentInjector {
    return createEnvironmentInjector([Conversation, { provide: ROOM_ID, useValue: roomId }], this.parent);
  }

  private evict(): void {
    for (const roomId of this.open.keys()) {
      if (this.open.size <= KEPT) {
        return;
      }
      this.drop(roomId);
    }
  }
}
