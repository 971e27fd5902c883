import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { CropWish } from './crop-dialog';

/** Lets a person choose what of a picture is shown. */
@Service()
export class CropPicture {
  private readonly dialog = inject(MatDialog);

  /**
   * @param wish a round picture is that of a person
   * @returns the part as a file of its own, or null for who left without one
   */
  async ask(wish: CropWish): Promise<File | null> {
    const { CropDialog } = await import('./crop-dialog');
    const opened = this.dialog.open<unknown, CropWish, File>(CropDialog, {
      data: wish,
      width: '30rem',
      maxWidth: '96vw',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? null;
  }
}
