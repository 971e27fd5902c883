import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  mdiAccountPlusOutline,
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiClose,
  mdiExitToApp,
  mdiPencilOutline,
  mdiPinOutline,
} from '@mdi/js';
import type { Membership, Room } from '@parley/contracts';
import { Confirm, Icon } from '@parley/web-ui';
import { RoomActions } from '../rooms/room-actions';
import { titleOf } from '../rooms/room-naming';
import { Pins } from '../pins/pins';
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
    MatOption,
    MatSelect,
    RoomMembers,
    TranslocoDirective,
  ],
  templateUrl: './room-details.html',
  styleUrl: './room-details.css',
  host: { '(keydown.escape)': 'closed.emit()' },
})
export class RoomDetails {
  private readonly confirm = inject(Confirm);
  private readonly conversation = inject(Conversation);
  private readonly dialog = inject(MatDialog);
  private readonly transloco = inject(TranslocoService);
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
    leave: mdiExitToApp,
    pins: mdiPinOutline,
    restore: mdiArchiveArrowUpOutline,
  };
  protected readonly levels: readonly Membership['notify'][] = ['all', 'mentions', 'none'];
  protected readonly isDirect = computed(() => this.room().kind === 'direct');
  /** Everybody may bring people into a public room or a group; into a private one its admins. */
  protected readonly mayAdd = computed(
    () =>
      !this.isDirect() &&
      !this.rights.isArchived() &&
      (this.room().visibility === 'public' || this.rights.isAdmin()),
  );

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

  protected async edit(): Promise<void> {
    const { EditRoom } = await import('./edit-room');
    this.dialog.open(EditRoom, { width: '28rem', maxWidth: '94vw', data: this.room() });
  }

  protected async setArchived(archived: boolean): Promise<void> {
    const translate = (key: string): string =>
      this.transloco.translate(`chat.details.${key}`, { name: titleOf(this.room()) });
    const question = {
      title: translate('archiveTitle'),
      text: translate('archiveText'),
      action: translate('archive'),
    };
    if (!archived || (await this.confirm.ask(question))) {
      await this.actions.update(this.room(), { archived });
    }
  }
}
