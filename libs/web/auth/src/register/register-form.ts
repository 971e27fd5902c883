import { email, maxLength, minLength, pattern, required, schema, validate } from '@angular/forms/signals';
import { codePoints, limits } from '@parley/contracts/constants';

export interface Registration {
  displayName: string;
  username: string;
  email: string;
  password: string;
}

/** The server takes capitals for small letters, so they are no mistake here either. */
const USERNAME = /^\s*[a-zA-Z0-9_.-]+\s*$/;

/** The rules of the server, said before it is asked. Messages are keys of the texts. */
export const registrationSchema = schema<Registration>((path) => {
  required(path.displayName, { message: 'auth.errors.displayNameMissing' });
  validate(path.displayName, ({ value }) =>
    codePoints(value()) > limits.user.displayName ? { kind: 'long', message: 'auth.errors.tooLong' } : null,
  );
  required(path.username, { message: 'auth.errors.usernameMissing' });
  minLength(path.username, limits.username.min, { message: 'auth.errors.usernameShort' });
  maxLength(path.username, limits.username.max, { message: 'auth.errors.tooLong' });
  pattern(path.username, USERNAME, { message: 'auth.errors.usernameCharacters' });
  required(path.email, { message: 'auth.errors.emailMissing' });
  email(path.email, { message: 'auth.errors.email' });
  maxLength(path.email, limits.email.max, { message: 'auth.errors.tooLong' });
  required(path.password, { message: 'auth.errors.passwordMissing' });
  validate(path.password, ({ value }) =>
    value() !== '' && codePoints(value()) < limits.password.min
      ? { kind: 'short', message: 'auth.errors.passwordShort' }
      : null,
  );
  validate(path.password, ({ value }) =>
    codePoints(value()) > limits.password.max ? { kind: 'long', message: 'auth.errors.tooLong' } : null,
  );
});
