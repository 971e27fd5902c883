import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiClose, mdiFileOutline } from '@mdi/js';
import { limits } from '@parley/contracts/constants';
import { Icon } from '@parley/web-ui';
import { PostAttachments } from './post-attachments';

/** What is to be published with a post, each with room for a description. */
@Component({
  selector: 'parley-attachment-tray',
  imports: [Icon, MatIconButton, TranslocoDirective],
  template: `
    <ul *transloco="let t; prefix: 'feed.composer'">
      @for (item of attachments.items(); track item.id) {
        <li>
          @if (item.preview) {
            <img alt="" [src]="item.preview" />
          } @else {
            <parley-icon [path]="fileIcon" />
          }
          <div>
            <bdi>{{ item.name }}</bdi>
            @if (item.file) {
              <input
                #words
                type="text"
                [maxLength]="longest"
                [value]="item.description"
                [placeholder]="t('describe', { name: item.name })"
                [attr.aria-label]="t('describe', { name: item.name })"
                (input)="attachments.describe(item.id, words.value)"
              />
            } @else {
              <progress [attr.aria-label]="t('uploading', { name: item.name })"></progress>
            }
          </div>
          <button
            matIconButton
            type="button"
            [attr.aria-label]="t('remove', { name: item.name })"
            (click)="attachments.remove(item.id)"
          >
            <parley-icon [path]="removeIcon" />
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 4px 0 8px;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: 12px;
    }
    img {
      inline-size: 56px;
      block-size: 56px;
      border-radius: 10px;
      object-fit: cover;
    }
    div {
      flex: 1;
      display: grid;
      gap: 4px;
      min-inline-size: 0;
      font-size: 0.8438rem;
    }
    bdi {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    input {
      min-block-size: 32px;
      padding: 4px 8px;
      border: 1px solid var(--parley-line-strong);
      border-radius: 8px;
      background: none;
      color: var(--parley-text);
      font: inherit;
    }
    progress {
      inline-size: 100%;
    }
  `,
})
export class AttachmentTray {
  protected readonly attachments = inject(PostAttachments);

  protected readonly longest = limits.post.fileDescription;
  protected readonly removeIcon = mdiClose;
  protected readonly fileIcon = mdiFileOutline;
}
