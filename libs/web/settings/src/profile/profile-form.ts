import { required, schema, type SchemaPath, validate } from '@angular/forms/signals';
import type { Me } from '@parley/contracts';
import { codePoints, limits } from '@parley/contracts/constants';
import type { StatusLength } from './status-end';

export interface ProfileModel {
  displayName: string;
  bio: string;
  statusEmoji: string;
  statusText: string;
  statusLength: StatusLength;
}

export const blankProfile: ProfileModel = {
  displayName: '',
  bio: '',
  statusEmoji: '',
  statusText: '',
  statusLength: 'never',
};

/** What the form begins with. */
export function profileModelOf({
  displayName,
  bio,
  statusEmoji,
  statusText,
  statusExpiresAt,
}: Me): ProfileModel {
  const statusLength = statusExpiresAt ? 'kept' : 'never';
  return { displayName, bio, statusEmoji, statusText, statusLength };
}

/** Messages are keys of the texts. */
export const profileSchema = schema<ProfileModel>((path) => {
  required(path.displayName, { message: 'settings.profile.nameMissing' });
  atMost(path.displayName, limits.user.displayName);
  atMost(path.bio, limits.user.bio);
  atMost(path.statusEmoji, limits.user.statusEmoji);
  atMost(path.statusText, limits.user.statusText);
});

/** Counted as the server counts. */
function atMost(path: SchemaPath<string>, length: number): void {
  validate(path, ({ value }) =>
    codePoints(value()) > length ? { kind: 'long', message: 'settings.profile.tooLong' } : null,
  );
}
