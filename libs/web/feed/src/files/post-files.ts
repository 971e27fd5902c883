import { Component, inject, input } from '@angular/core';
import type { Post } from '@parley/contracts';
import { FileList } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { KnownPosts } from '../posts/known-posts';
import { PostsApi } from '../posts/posts-api';

/** The files of a post: pictures to be seen, recordings to be heard, and the rest to be had. */
@Component({
  selector: 'parley-post-files',
  imports: [FileList],
  template: `<parley-file-list [files]="post().files" (expired)="renew()" />`,
})
export class PostFiles {
  private readonly api = inject(PostsApi);
  private readonly known = inject(KnownPosts);
  private isRenewing = false;

  readonly post = input.required<Post>();

  /** Addresses are good for hours: a page that was open longer reads the post again. */
  protected async renew(): Promise<void> {
    if (this.isRenewing) {
      return;
    }
    this.isRenewing = true;
    try {
      this.known.remember([await firstValueFrom(this.api.get(this.post().id))]);
    } catch {
      // What is left of a picture is its description.
    }
    this.isRenewing = false;
  }
}
