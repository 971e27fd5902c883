import { Component, computed, inject, input } from '@angular/core';
import { EVERYBODY } from '@parley/contracts/constants';
import { Authors, Notices, Session } from '@parley/web-core';
import { RichText } from '@parley/web-ui';
import { MessageLabels } from './message-labels';
import { MessagePlaces } from './message-places';

/** What somebody wrote in a room, with whom it calls. */
@Component({
  selector: 'parley-message-text',
  imports: [RichText],
  template: `
    <parley-rich-text
      [body]="body()"
      [context]="context()"
      [labels]="labels.all()"
      (copied)="notices.show(labels.all().codeCopied)"
    />
  `,
})
export class MessageText {
  private readonly authors = inject(Authors);
  private readonly places = inject(MessagePlaces);
  private readonly session = inject(Session);
  protected readonly labels = inject(MessageLabels);
  protected readonly notices = inject(Notices);

  readonly body = input.required<string>();
  /** The ids of those who are called in it. */
  readonly mentions = input<readonly string[]>([]);
  /** Whether everybody is called in it. */
  readonly mentionsRoom = input(false);

  protected readonly context = computed(() => {
    const mentioned = new Set(this.mentions().flatMap((id) => this.authors.get(id)?.username ?? []));
    if (this.mentionsRoom()) {
      mentioned.add(EVERYBODY);
    }
    return { ...this.places.addresses, mentioned, ownName: this.session.me()?.username ?? '' };
  });
}
