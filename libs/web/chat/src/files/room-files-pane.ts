import { Component, computed, ElementRef, inject, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatProgressSpinner } from '@angular/material/progress-spinner';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiArrowLeft, mdiMessageArrowRightOutline } from '@mdi/js';
import type { FileKind, RoomFile } from '@parley/contracts';
import { Authors } from '@parley/web-core';
import { AudioPlayer, FileCard, Icon, Lightbox, NearEnd, PictureTile, sortOf } from '@parley/web-ui';
import { ChatDates } from '../dates/chat-dates';
import { Conversation } from '../room/conversation';
import { RoomFiles } from './room-files';

/** What was shared in a room: pictures, what can be played, and the rest. */
@Component({
  selector: 'parley-room-files-pane',
  imports: [
    AudioPlayer,
    FileCard,
    Icon,
    MatButton,
    MatIconButton,
    MatProgressSpinner,
    NearEnd,
    PictureTile,
    RouterLink,
    TranslocoDirective,
  ],
  providers: [RoomFiles],
  templateUrl: './room-files-pane.html',
  styleUrl: './room-files-pane.css',
})
export class RoomFilesPane {
  private readonly authors = inject(Authors);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly lightbox = inject(Lightbox);
  private readonly roomId = inject(Conversation).roomId;
  protected readonly dates = inject(ChatDates);
  protected readonly store = inject(RoomFiles);

  readonly closed = output();

  protected readonly icons = { back: mdiArrowLeft, jump: mdiMessageArrowRightOutline };
  protected readonly kinds: readonly FileKind[] = ['image', 'media', 'document'];
  private readonly files = computed(() => this.store.items().map(({ file }) => file));

  protected isSound({ file }: RoomFile): boolean {
    return sortOf(file) === 'sound';
  }

  protected addressOf({ seq }: RoomFile): string[] {
    return ['/chats', this.roomId, 'm', String(seq)];
  }

  protected nameOf({ authorId }: RoomFile): string {
    return this.authors.get(authorId)?.displayName ?? '…';
  }

  protected open(index: number, { currentTarget }: Event): void {
    const origin = currentTarget instanceof HTMLElement ? currentTarget : undefined;
    void this.lightbox.open({ files: this.files, index, origin });
  }

  /** The tabs are one stop of the keyboard; arrows choose among them. */
  protected turn(event: Event, step: 1 | -1): void {
    const { length } = this.kinds;
    const next = this.kinds[(this.kinds.indexOf(this.store.kind()) + step + length) % length];
    if (next) {
      event.preventDefault();
      this.store.kind.set(next);
      this.host.querySelector<HTMLElement>(`#room-files-${next}`)?.focus();
    }
  }
}
