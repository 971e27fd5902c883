import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountPlusOutline,
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiBellOffOutline,
  mdiBellOutline,
  mdiClose,
  mdiExitToApp,
  mdiImageMultipleOutline,
  mdiLinkVariant,
  mdiPencilOutline,
  mdiPinOutline,
  mdiStar,
  mdiStarOutline,
} from '@mdi/js';
import type { Membership, Room } from '@parley/contracts';
import { Clock, Icon } from '@parley/web-ui';
import { MUTE_TIMES, RoomActions } from '../rooms/room-actions';
import { isMuted } from '../rooms/room-sections';
import { Pins } from '../pins/pins';
import { RoomFilesPane } from '../files/room-files-pane';
import { Conversation } from './conversation';
import { RoomMembers } from './room-members';
import { RoomRights } from './room-rights';

/** More about a room: what it is about, who is in it, and what one may do with it. */
@Component({
  selector: 'parley-room-details',
  imports: [
    Icon,
    MatButton,
    MatFormField,
    MatIconButton,
    MatLabel,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatOption,
    MatSelect,
    RoomFilesPane,
    RoomMembers,
    TranslocoDirective,
  ],
  templateUrl: './room-details.html',
  styleUrl: './room-details.css',
  host: { '(keydown.escape)': 'closed.emit()' },
})
export class RoomDetails {
  private readonly clock = inject(Clock);
  private readonly conversation = inject(Conversation);
  private readonly dialog = inject(MatDialog);
  protected readonly actions = inject(RoomActions);
  protected readonly pins = inject(Pins);
  protected readonly rights = inject(RoomRights);

  private readonly closeButton = viewChild<unknown, ElementRef<HTMLElement>>('closeButton', {
    read: ElementRef,
  });

  readonly room = input.required<Room>();
  readonly closed = output();

  protected readonly icons = {
    add: mdiAccountPlusOutline,
    archive: mdiArchiveOutline,
    close: mdiClose,
    edit: mdiPencilOutline,
    favourite: mdiStarOutline,
    files: mdiImageMultipleOutline,
    invite: mdiLinkVariant,
    isFavourite: mdiStar,
    leave: mdiExitToApp,
    mute: mdiBellOffOutline,
    pins: mdiPinOutline,
    restore: mdiArchiveArrowUpOutline,
    unmute: mdiBellOutline,
  };
  /** In the place of everything else of the pane. */
  protected readonly areFilesOpen = signal(false);
  protected readonly levels: readonly Membership['notify'][] = ['all', 'mentions', 'none'];
  protected readonly isDirect = computed(() => this.room().kind === 'direct');
  /** Everybody may bring people into a public room or a group; into a private one its admins. */
  protected readonly mayAdd = computed(
    () =>
      !this.rights.isArchived() &&
      (this.room().kind !== 'channel' || this.room().visibility === 'public' || this.rights.isAdmin()),
  );
  protected readonly isMuted = computed(() => isMuted(this.room(), this.clock.now()));
  protected readonly muteTimes = MUTE_TIMES;

  constructor() {
    // On small screens the pane covers the button that has opened it.
    afterNextRender(() => this.closeButton()?.nativeElement.focus());
  }

  protected setLevel(notify: Membership['notify']): void {
    void this.actions.updateMembership(this.room(), { notify });
  }

  protected async add(): Promise<void> {
    const { AddPeople } = await import('./add-people');
    this.dialog.open(AddPeople, {
      width: '28rem',
      maxWidth: '94vw',
      data: { room: this.room(), except: this.conversation.members().map(({ user }) => user.id) },
    });
  }

  protected async invite(): Promise<void> {
    const { InviteDialog } = await import('../invites/invite-dialog');
    this.dialog.open(InviteDialog, { width: '34rem', maxWidth: '94vw', data: this.room() });
  }

  protected async edit(): Promise<void> {
    const { EditRoom } = await import('./edit-room');
    this.dialog.open(EditRoom, { width: '28rem', maxWidth: '94vw', data: this.room() });
  }
}
