import { Component, DOCUMENT, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, required, validate, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiCheckCircle, mdiContentCopy } from '@mdi/js';
import { codePoints, limits } from '@parley/contracts/constants';
import { ErrorTexts, refusedFields, Session } from '@parley/web-core';
import { Alert, Icon } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { WelcomeApi } from './welcome-api';

/** The first steps of whoever has set up a server: a room, and people to fill it. */
@Component({
  selector: 'parley-welcome-page',
  imports: [
    Alert,
    FormField,
    FormRoot,
    Icon,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './welcome-page.html',
  styleUrls: ['../gate/form.css', './welcome-page.css'],
})
export class WelcomePage {
  private readonly api = inject(WelcomeApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly router = inject(Router);

  protected readonly me = inject(Session).me;
  protected readonly link = new URL('/register', inject(DOCUMENT).location.href).href;
  protected readonly copyIcon = mdiContentCopy;
  protected readonly doneIcon = mdiCheckCircle;
  protected readonly isCopied = signal(false);
  protected readonly problem = signal('');

  /** One room, however often the button is pressed. */
  private readonly roomId = uuidv7();
  private readonly room = signal({ name: '' });
  protected readonly roomForm = form(
    this.room,
    (path) => {
      required(path.name, { message: 'auth.welcome.roomMissing' });
      validate(path.name, ({ value }) =>
        codePoints(value()) > limits.room.name ? { kind: 'long', message: 'auth.errors.tooLong' } : null,
      );
    },
    { submission: { action: () => this.createRoom() } },
  );

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.link);
    this.isCopied.set(true);
  }

  private async createRoom(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    try {
      const { id } = await firstValueFrom(
        this.api.createRoom({ id: this.roomId, name: this.room().name, visibility: 'public' }),
      );
      await this.router.navigate(['/chats', id]);
      return [];
    } catch (error) {
      const refused = refusedFields(error, { name: this.roomForm.name }, { 'room.name-taken': 'name' });
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
