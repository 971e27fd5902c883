import { randomUUID } from 'node:crypto';
import { upload } from './files.js';
import { inside, room } from './room-columns.js';
import { everybody, type Routes, signedIn } from './roles.js';

const forged = `/api/files/${randomUUID()}`;
const signature = '?exp=4000000000&sig=forged';

/** Whoever has the address of a file may fetch it, and nobody can make one up. */
export const fileRoutes: Routes = {
  'POST /api/files': { call: (who) => upload<unknown>(who, 'text'), expected: signedIn(201) },
  'POST /api/files/tus': {
    call: (who) => who.request('POST', '/api/files/tus'),
    expected: signedIn('request.invalid'),
  },
  'OPTIONS /api/files/tus': {
    call: (who) => who.request('OPTIONS', '/api/files/tus'),
    expected: signedIn(204),
  },
  'HEAD /api/files/tus/{id}': {
    call: (who) => who.request('HEAD', `/api/files/tus/${randomUUID()}`),
    expected: [401, ...everybody(400).slice(1)],
  },
  'PATCH /api/files/tus/{id}': {
    call: (who) => who.request('PATCH', `/api/files/tus/${randomUUID()}`),
    expected: signedIn('request.invalid'),
  },
  'DELETE /api/files/tus/{id}': {
    call: (who) => who.request('DELETE', `/api/files/tus/${randomUUID()}`),
    expected: signedIn('request.invalid'),
  },
  'GET /api/chatrooms/{id}/files': {
    call: (who, place) => who.get(`${room(place)}/files`),
    expected: inside(200),
  },
  'GET /api/files/{id}': {
    call: (who) => who.get(`${forged}${signature}`),
    expected: everybody('file.not-found'),
  },
  'GET /api/files/{id}/preview': {
    call: (who) => who.get(`${forged}/preview${signature}`),
    expected: everybody('file.not-found'),
  },
};
