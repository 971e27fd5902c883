import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { limits } from '@parley/contracts/constants';
import { ErrorTexts, Notices, refusedFields, Session, UsersApi } from '@parley/web-core';
import { Alert, RelativeTime } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { OwnPicture } from './own-picture';
import { blankProfile, type ProfileModel, profileModelOf, profileSchema } from './profile-form';
import { statusEnd, statusLengths } from './status-end';

@Component({
  selector: 'parley-profile-settings',
  imports: [
    Alert,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    OwnPicture,
    RelativeTime,
    TranslocoDirective,
  ],
  templateUrl: './profile-settings.html',
  styleUrls: ['../section.css', './profile-settings.css'],
})
export class ProfileSettings {
  private readonly api = inject(UsersApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  protected readonly me = inject(Session).me;
  protected readonly limits = limits.user;
  protected readonly problem = signal('');
  protected readonly lengths = computed(() =>
    statusLengths.filter((length) => length !== 'kept' || this.me()?.statusExpiresAt),
  );

  protected readonly model = signal<ProfileModel>(this.shown());
  protected readonly profileForm = form(this.model, profileSchema, {
    submission: { action: () => this.save() },
  });

  protected clearStatus(): void {
    this.model.update((model) => ({ ...model, statusEmoji: '', statusText: '', statusLength: 'never' }));
  }

  private shown(): ProfileModel {
    const me = this.me();
    return me ? profileModelOf(me) : blankProfile;
  }

  private async save(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    const { statusLength, ...texts } = this.model();
    const statusExpiresAt = statusEnd(statusLength, new Date(), this.me()?.statusExpiresAt ?? null);
    try {
      await firstValueFrom(this.api.updateMe({ ...texts, statusExpiresAt }));
      this.profileForm().reset(this.shown());
      void this.notices.show(this.texts.translate('settings.profile.saved'));
      return [];
    } catch (error) {
      const { displayName, bio, statusEmoji, statusText } = this.profileForm;
      const refused = refusedFields(error, { displayName, bio, statusEmoji, statusText });
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
