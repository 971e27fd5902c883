import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';

/** What something said at one time. */
export interface Version {
  body: string;
  /** ISO 8601. */
  writtenAt: string;
}

export interface Edited {
  body: string;
  createdAt: string;
  editedAt: string | null;
}

/** What the dialog is given. */
export interface EditHistoryTask {
  edited: Edited;
  /** The earlier versions, the oldest first. */
  load: () => Promise<readonly Version[]>;
}

/** Shows what a message or a post says, and what it said before. */
@Service()
export class EditHistory {
  private readonly dialog = inject(MatDialog);

  async open(edited: Edited, load: EditHistoryTask['load']): Promise<void> {
    const { EditHistoryDialog } = await import('./edit-history-dialog');
    const data: EditHistoryTask = { edited, load };
    this.dialog.open(EditHistoryDialog, { width: '32rem', maxWidth: '94vw', data });
  }
}
