import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { FileInfo } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Notices } from '@parley/web-core';
import type { Subscription } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';

/** Something that is to be published with a post. */
export interface Attachment {
  /** Of this device. */
  readonly id: string;
  readonly name: string;
  /** Of a picture, on this device. */
  readonly preview: string | null;
  readonly description: string;
  /** Once the server has it. */
  readonly file: FileInfo | null;
}

/** The files of a post that is being written: they are uploaded while one writes. Provided by the composer. */
@Service({ autoProvided: false })
export class PostAttachments {
  private readonly http = inject(HttpClient);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly uploads = new Map<string, Subscription>();
  private readonly all = signal<readonly Attachment[]>([]);

  readonly items = this.all.asReadonly();
  readonly isUploading = computed(() => this.all().some(({ file }) => file === null));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.clear());
  }

  add(files: readonly File[]): void {
    const room = limits.post.files - this.all().length;
    if (files.length > room) {
      void this.notices.show(this.transloco.translate('feed.composer.tooMany'));
    }
    files.slice(0, room).forEach((file) => this.upload(file));
  }

  describe(id: string, description: string): void {
    this.change(id, { description });
  }

  remove(id: string): void {
    this.uploads.get(id)?.unsubscribe();
    const gone = this.all().find((one) => one.id === id);
    if (gone?.preview) {
      URL.revokeObjectURL(gone.preview);
    }
    this.all.update((items) => items.filter((one) => one.id !== id));
  }

  clear(): void {
    this.all().forEach(({ id }) => this.remove(id));
  }

  private upload(bytes: File): void {
    const id = uuidv7();
    const preview = bytes.type.startsWith('image/') ? URL.createObjectURL(bytes) : null;
    this.all.update((items) => [...items, { id, name: bytes.name, preview, description: '', file: null }]);
    const body = new FormData();
    body.append('file', bytes, bytes.name);
    const upload = this.http.post<FileInfo>('/api/files', body).subscribe({
      next: (file) => this.change(id, { file }),
      error: (error: unknown) => {
        this.remove(id);
        this.notices.showError(error);
      },
    });
    this.uploads.set(id, upload);
  }

  private change(id: string, changes: Partial<Attachment>): void {
    this.all.update((items) => items.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  }
}
