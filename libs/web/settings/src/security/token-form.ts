import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateToken, CreatedToken } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { ErrorTexts, refusedFields } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { Reauthentication } from './reauthentication';
import { SecurityApi } from './security-api';

const DAY = 86_400_000;

interface Wish {
  name: string;
  access: 'read' | 'write';
  /** Days; 0 for a token that does not end. */
  days: number;
}

const blank: Wish = { name: '', access: 'read', days: 90 };

export function toCreateToken({ name, access, days }: Wish, now = Date.now()): CreateToken {
  return {
    name,
    scopes: access === 'read' ? ['read'] : ['read', 'write'],
    ...(days > 0 && { expiresAt: new Date(now + days * DAY).toISOString() }),
  };
}

/** Makes a token for a program. */
@Component({
  selector: 'parley-token-form',
  imports: [
    Alert,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TranslocoDirective,
  ],
  templateUrl: './token-form.html',
  styleUrls: ['../section.css', './token-form.css'],
})
export class TokenForm {
  readonly created = output<CreatedToken>();

  private readonly api = inject(SecurityApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly reauthentication = inject(Reauthentication);

  protected readonly problem = signal('');
  protected readonly accesses = ['read', 'write'] as const;
  protected readonly lifetimes = [30, 90, 365, 0];

  private readonly wish = signal(blank);
  protected readonly tokenForm = form(
    this.wish,
    (path) => {
      required(path.name, { message: 'settings.security.tokens.nameMissing' });
      maxLength(path.name, limits.token.name, { message: 'settings.profile.tooLong' });
    },
    { submission: { action: () => this.create() } },
  );

  private async create(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    try {
      const token = await this.reauthentication.run(this.api.createToken(toCreateToken(this.wish())));
      if (token) {
        this.tokenForm().reset(blank);
        this.created.emit(token);
      }
      return [];
    } catch (error) {
      const refused = refusedFields(error, { name: this.tokenForm.name });
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
