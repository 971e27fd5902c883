import { Component, computed, input } from '@angular/core';
import type { User } from '@parley/contracts';
import { avatarColour, initials } from './avatar-colour';

/** What an avatar shows: a person, or a room with an id and a name. */
export type AvatarSubject = Pick<User, 'id' | 'displayName'> & Partial<Pick<User, 'avatarUrl'>>;

/** A person's picture, or their initials. Decoration: the name stands beside it. */
@Component({
  selector: 'parley-avatar',
  template: `
    @if (user().avatarUrl; as url) {
      <img [src]="url" alt="" loading="lazy" [width]="size()" [height]="size()" />
    } @else {
      <span>{{ letters() }}</span>
    }
  `,
  styleUrl: './avatar.css',
  host: {
    'aria-hidden': 'true',
    '[style.--size.px]': 'size()',
    '[style.--avatar]': 'colour()',
    '[class.square]': 'square()',
  },
})
export class Avatar {
  readonly user = input.required<AvatarSubject>();
  /** In pixels. */
  readonly size = input(40);
  /** Rooms are square, people are round. */
  readonly square = input(false);

  protected readonly letters = computed(() => initials(this.user().displayName));
  protected readonly colour = computed(() => `var(--parley-avatar-${avatarColour(this.user().id)})`);
}
