import { Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiLinkOff } from '@mdi/js';
import { ErrorTexts, InstanceApi, ProblemError, Session } from '@parley/web-core';
import { Alert, Avatar, EmptyState, Failure, RelativeTime, Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { InviteApi } from './invite-api';

/** Where a link into a room leads: what the room is, who invites, and the way in, also for who has no account yet. */
@Component({
  selector: 'parley-invite-page',
  imports: [
    Alert,
    Avatar,
    EmptyState,
    Failure,
    MatButton,
    RelativeTime,
    RouterLink,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './invite-page.html',
  styleUrls: ['../gate/form.css', './invite-page.css'],
})
export class InvitePage {
  private readonly api = inject(InviteApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly instanceApi = inject(InstanceApi);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);

  /** Bound from the address. */
  readonly token = input.required<string>();

  protected readonly goneIcon = mdiLinkOff;
  protected readonly invite = rxResource({
    params: () => this.token(),
    stream: ({ params: token }) => this.api.preview(token),
  });
  protected readonly preview = computed(() => (this.invite.hasValue() ? this.invite.value() : null));
  /** Refused for good: trying again does not help. */
  protected readonly isGone = computed(() => {
    const error = this.invite.error();
    return error instanceof ProblemError && !error.isRetryable && error.problem.status < 500;
  });
  private readonly membership = rxResource({
    params: () => (this.session.isSignedIn() ? this.preview()?.roomId : undefined),
    stream: ({ params: roomId }) => this.api.isMember(roomId),
    defaultValue: false,
  });
  protected readonly isMember = computed(() => this.membership.hasValue() && this.membership.value());
  protected readonly isKnown = computed(() => !this.session.isSignedIn() || !this.membership.isLoading());
  private readonly instance = rxResource({
    params: () => (this.session.isSignedIn() ? undefined : true),
    stream: () => this.instanceApi.get(),
  });
  protected readonly mayRegister = computed(
    () => this.instance.hasValue() && this.instance.value().registration !== 'closed',
  );
  protected readonly returnUrl = computed(() => `/invite/${this.token()}`);
  protected readonly isJoining = signal(false);
  protected readonly problem = signal('');

  protected async join(): Promise<void> {
    this.isJoining.set(true);
    this.problem.set('');
    try {
      const { id } = await firstValueFrom(this.api.accept(this.token()));
      await this.router.navigate(['/chats', id]);
    } catch (error) {
      this.problem.set(this.errorTexts.of(error));
    } finally {
      this.isJoining.set(false);
    }
  }
}
