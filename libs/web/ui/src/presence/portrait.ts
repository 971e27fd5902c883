import { Component, computed, input } from '@angular/core';
import { Avatar, type AvatarSubject } from '../avatar/avatar';
import { PresenceDot } from './presence-dot';
import { presenceOf } from './presence-of';

/** A person's picture with a dot that tells how they are; who is offline has none. */
@Component({
  selector: 'parley-portrait',
  imports: [Avatar, PresenceDot],
  template: `
    <parley-avatar [user]="user()" [size]="size()" [square]="!isPerson()" />
    @if (status(); as status) {
      <parley-presence-dot [status]="status" />
    }
  `,
  styles: `
    :host {
      position: relative;
      display: inline-grid;
      flex: none;
    }
    parley-presence-dot {
      position: absolute;
      inset-block-end: -2px;
      inset-inline-end: -2px;
      padding: 2px;
      border-radius: 50%;
      background: var(--parley-surface);
    }
  `,
})
export class Portrait {
  readonly user = input.required<AvatarSubject>();
  /** In pixels. */
  readonly size = input(40);
  /** Rooms have pictures too, but are not there or away. */
  readonly isPerson = input(true);

  private readonly presence = presenceOf(computed(() => (this.isPerson() ? this.user().id : undefined)));
  protected readonly status = computed(() => {
    const status = this.presence()?.status;
    return status === 'offline' ? undefined : status;
  });
}
