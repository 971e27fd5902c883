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
  'GET /api/users/me/deletion': { call: (who) => who.get('/api/users/me/deletion'), expected: signedIn(200) },
  'DELETE /api/users/me': {
    call: (who) => who.delete('/api/users/me', { mode: 'erase', password: 'not this one' }),
    expected: signedIn('auth.invalid-credentials'),
  },
  'GET /api/users/me/blocks': { call: (who) => who.get('/api/users/me/blocks'), expected: signedIn(200) },
  'PUT /api/users/{id}/block': {
    call: async (who, { targetId }) => {
      const answer = await who.put(`/api/users/${targetId}/block`);
      // For the sake of the lines that follow.
      await who.delete(`/api/users/${targetId}/block`);
      return answer;
    },
    expected: signedIn(204),
  },
  'DELETE /api/users/{id}/block': {
    call: (who, { targetId }) => who.delete(`/api/users/${targetId}/block`),
    expected: signedIn(204),
  },
};
