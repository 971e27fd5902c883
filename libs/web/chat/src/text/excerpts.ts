import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { FileInfo, Message } from '@parley/contracts';
import { fileKindOf } from '@parley/contracts/constants';
import { isVoiceMessage } from '@parley/web-ui';
import { excerptOf } from '../rooms/room-naming';

type NamedFile = Pick<FileInfo, 'name' | 'mime'>;

/** A message on one line, also where it says nothing but shows something. */
@Service()
export class Excerpts {
  private readonly transloco = inject(TranslocoService);

  of({ body, files }: Pick<Message, 'body' | 'files'>): string {
    return excerptOf(body) || this.ofFiles(files);
  }

  ofFiles(files: readonly NamedFile[]): string {
    const [first, ...others] = files;
    if (!first) {
      return '';
    }
    if (others.length > 0 && files.every(({ mime }) => fileKindOf(mime) === 'image')) {
      return this.text('photos', { count: files.length });
    }
    const named = this.text(nameOf(first), { name: first.name });
    return others.length > 0 ? this.text('more', { first: named, count: others.length }) : named;
  }

  private text(key: string, params: object): string {
    return this.transloco.translate(`chat.excerpt.${key}`, params);
  }
}

function nameOf(file: NamedFile): string {
  switch (fileKindOf(file.mime)) {
    case 'image':
      return 'photo';
    case 'media':
      return isVoiceMessage(file) ? 'voice' : file.mime.startsWith('video/') ? 'video' : 'sound';
    default:
      return 'file';
  }
}
