import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { foldHashtag } from '@parley/contracts/constants';
import { Notices, Session } from '@parley/web-core';
import { RichText } from '@parley/web-ui';

/** The words of a post or a comment. */
@Component({
  selector: 'parley-written-text',
  imports: [RichText],
  template: `
    <parley-rich-text
      [body]="body()"
      [context]="context()"
      [labels]="labels()"
      (copied)="notices.show(labels().copied)"
    />
  `,
})
export class WrittenText {
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly texts = toSignal(this.transloco.events$);
  protected readonly notices = inject(Notices);

  readonly body = input.required<string>();
  /** The user names that are called in it. */
  readonly mentionedNames = input<readonly string[]>([]);
  readonly hashtags = input<readonly string[]>([]);

  protected readonly labels = computed(() => {
    this.texts();
    const label = (key: string): string => this.transloco.translate(`feed.text.${key}`);
    return {
      copied: label('copied'),
      copyCode: label('copyCode'),
      fold: label('fold'),
      unfold: label('unfold'),
      message: label('message'),
      room: label('room'),
    };
  });
  protected readonly context = computed(() => ({
    origin: location.origin,
    labelOf: (_: string, seq: number | null) => (seq === null ? this.labels().room : this.labels().message),
    mentioned: new Set(this.mentionedNames().map((name) => name.toLowerCase())),
    hashtags: new Set(this.hashtags().map(foldHashtag)),
    ownName: this.session.me()?.username ?? '',
  }));
}
