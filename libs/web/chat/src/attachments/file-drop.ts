import { Directive, output, signal } from '@angular/core';

/** Files can be let go over it. `isOver` tells that somebody holds some above it. */
@Directive({
  selector: '[parleyFileDrop]',
  exportAs: 'parleyFileDrop',
  host: {
    '(dragenter)': 'enter($event)',
    '(dragover)': 'allow($event)',
    '(dragleave)': 'leave($event)',
    '(drop)': 'take($event)',
  },
})
export class FileDrop {
  readonly parleyFileDrop = output<File[]>();

  /** Entering a part of it is told before the part that is left. */
  private depth = 0;
  private readonly isHeld = signal(false);
  readonly isOver = this.isHeld.asReadonly();

  protected enter(event: DragEvent): void {
    if (hasFiles(event)) {
      event.preventDefault();
      this.depth += 1;
      this.isHeld.set(true);
    }
  }

  protected allow(event: DragEvent): void {
    if (hasFiles(event)) {
      event.preventDefault();
    }
  }

  protected leave(event: DragEvent): void {
    if (hasFiles(event)) {
      this.depth -= 1;
      this.isHeld.set(this.depth > 0);
    }
  }

  protected take(event: DragEvent): void {
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    this.depth = 0;
    this.isHeld.set(false);
    const files = filesOf(event.dataTransfer);
    if (files.length > 0) {
      this.parleyFileDrop.emit(files);
    }
  }
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

/** Folders look like files and cannot be read as such. */
function filesOf(transfer: DataTransfer | null): File[] {
  return [...(transfer?.items ?? [])].flatMap((item) =>
    item.webkitGetAsEntry()?.isDirectory ? [] : (item.getAsFile() ?? []),
  );
}
