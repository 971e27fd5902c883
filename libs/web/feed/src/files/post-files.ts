import { Component, computed, inject, input } from '@angular/core';
import { mdiFileOutline } from '@mdi/js';
import type { FileInfo, Post } from '@parley/contracts';
import { Icon } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { KnownPosts } from '../posts/known-posts';
import { PostsApi } from '../posts/posts-api';

/** The pictures of a post side by side, and its other files below each other. */
@Component({
  selector: 'parley-post-files',
  imports: [Icon],
  template: `
    @if (pictures().length > 0) {
      <div class="pictures" [class.alone]="pictures().length === 1">
        @for (file of pictures(); track file.id) {
          <a
            target="_blank"
            rel="noopener"
            [href]="file.url"
            [attr.aria-label]="file.description ?? file.name"
          >
            <img
              loading="lazy"
              [src]="file.previewUrl ?? file.url"
              [alt]="file.description ?? ''"
              [title]="file.description ?? file.name"
              [attr.width]="file.width"
              [attr.height]="file.height"
              (error)="renew()"
            />
          </a>
        }
      </div>
    }
    @for (file of others(); track file.id) {
      <a
        class="file"
        target="_blank"
        rel="noopener"
        [href]="file.url"
        [title]="file.description ?? file.name"
      >
        <parley-icon [path]="fileIcon" /><bdi>{{ file.name }}</bdi>
      </a>
    }
  `,
  styleUrl: './post-files.css',
})
export class PostFiles {
  private readonly api = inject(PostsApi);
  private readonly known = inject(KnownPosts);
  /** The version whose addresses were asked for anew. */
  private renewed = 0;

  readonly post = input.required<Post>();

  protected readonly pictures = computed(() => this.post().files.filter(isPicture));
  protected readonly others = computed(() => this.post().files.filter((file) => !isPicture(file)));
  protected readonly fileIcon = mdiFileOutline;

  /** Addresses are good for hours: a page that was open longer reads the post again, once for each version. */
  protected async renew(): Promise<void> {
    const { id, change } = this.post();
    if (this.renewed !== change) {
      this.renewed = change;
      try {
        this.known.remember([await firstValueFrom(this.api.get(id))]);
      } catch {
        // What is left of the picture is its description.
      }
    }
  }
}

function isPicture({ mime }: FileInfo): boolean {
  return mime.startsWith('image/');
}
