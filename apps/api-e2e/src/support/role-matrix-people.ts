import { aPicture } from './a-picture.js';
import { type Routes, signedIn } from './roles.js';

/** What people do with their accounts, and with each other. */
export const peopleRoutes: Routes = {
  'PUT /api/users/me/avatar': {
    call: async (who) => who.upload('/api/users/me/avatar', await aPicture(8, 8)),
    expected: signedIn(200),
  },
  'DELETE /api/users/me/avatar': {
    call: (who) => who.delete('/api/users/me/avatar'),
    expected: signedIn(200),
  },
};
