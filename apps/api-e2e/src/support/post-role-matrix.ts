import type { Ack } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Answer, ClientSocket, Person } from './person.js';

/** What a call is about. */
export interface PostPlace {
  postId: string;
  authorId: string;
  /** By the author of the post. */
  commentId: string;
}

/** The columns of the table. */
export const readers = ['nobody', 'stranger', 'follower', 'author'] as const;

type Call = (who: Person, place: PostPlace) => Promise<Answer<unknown>>;
type Command = (socket: ClientSocket, place: PostPlace) => Promise<Ack<unknown>>;
/** A status, or the code of a refusal; one for each reader. */
type Expected = readonly (number | string)[];
interface Line<C> {
  call: C;
  /** When the post is public. */
  open: Expected;
  /** When it is for followers. */
  secret: Expected;
}

const UNKNOWN = 'auth.required';
const HIDDEN = 'post.not-found';
const NOT_MINE = 'post.forbidden';
const HIDDEN_COMMENT = 'comment.not-found';
const NOT_MY_COMMENT = 'comment.forbidden';

/** For what everybody may who sees the post. */
const readable = (outcome: number | string): Omit<Line<never>, 'call'> => ({
  open: [UNKNOWN, outcome, outcome, outcome],
  secret: [UNKNOWN, HIDDEN, outcome, outcome],
});
/** For what only its author may. */
const own = (outcome: number | string): Omit<Line<never>, 'call'> => ({
  open: [UNKNOWN, NOT_MINE, NOT_MINE, outcome],
  secret: [UNKNOWN, HIDDEN, NOT_MINE, outcome],
});
/** For what everybody may with a comment who sees its post. */
const commentReadable = (outcome: number): Omit<Line<never>, 'call'> => ({
  open: [UNKNOWN, outcome, outcome, outcome],
  secret: [UNKNOWN, HIDDEN_COMMENT, outcome, outcome],
});
/** For what only the author of a comment may. */
const ownComment = (outcome: number): Omit<Line<never>, 'call'> => ({
  open: [UNKNOWN, NOT_MY_COMMENT, NOT_MY_COMMENT, outcome],
  secret: [UNKNOWN, HIDDEN_COMMENT, NOT_MY_COMMENT, outcome],
});
/** For what is about no post in particular. */
const signedIn = (outcome: number | string, author = outcome): Omit<Line<never>, 'call'> => ({
  open: [UNKNOWN, outcome, outcome, author],
  secret: [UNKNOWN, outcome, outcome, author],
});

const post = ({ postId }: PostPlace) => `/api/posts/${postId}`;
const person = ({ authorId }: PostPlace) => `/api/users/${authorId}`;
const comment = ({ commentId }: PostPlace) => `/api/comments/${commentId}`;
const LIKE = `reactions/${encodeURIComponent('👍')}`;

/** Every route about posts, and who may. */
export const postRoutes: Record<string, Line<Call>> = {
  'GET /api/posts': { call: (who) => who.get('/api/posts?feed=following'), ...signedIn(200) },
  'GET /api/users/{id}/posts': { call: (who, place) => who.get(`${person(place)}/posts`), ...signedIn(200) },
  'GET /api/tags/{tag}/posts': { call: (who) => who.get('/api/tags/tea/posts'), ...signedIn(200) },
  'POST /api/posts': {
    call: (who) => who.post('/api/posts', { id: uuidv7(), body: 'hello', visibility: 'public' }),
    ...signedIn(201),
  },
  'GET /api/posts/{id}': { call: (who, place) => who.get(post(place)), ...readable(200) },
  'PATCH /api/posts/{id}': {
    call: (who, place) => who.patch(post(place), { body: 'other' }),
    ...own(200),
  },
  'GET /api/posts/{id}/edits': { call: (who, place) => who.get(`${post(place)}/edits`), ...readable(200) },
  'PUT /api/posts/{id}/reactions/{emoji}': {
    call: (who, place) => who.put(`${post(place)}/${LIKE}`),
    ...readable(200),
  },
  'DELETE /api/posts/{id}/reactions/{emoji}': {
    call: (who, place) => who.delete(`${post(place)}/${LIKE}`),
    ...readable(200),
  },
  'GET /api/posts/{id}/comments': {
    call: (who, place) => who.get(`${post(place)}/comments`),
    ...readable(200),
  },
  'GET /api/posts/{id}/changes': {
    call: (who, place) => who.get(`${post(place)}/changes?since=0`),
    ...readable(200),
  },
  'POST /api/posts/{id}/comments': {
    call: (who, place) => who.post(`${post(place)}/comments`, { body: 'hello' }),
    ...readable(201),
  },
  'PATCH /api/comments/{id}': {
    call: (who, place) => who.patch(comment(place), { body: 'other' }),
    ...ownComment(200),
  },
  'PUT /api/comments/{id}/reactions/{emoji}': {
    call: (who, place) => who.put(`${comment(place)}/${LIKE}`),
    ...commentReadable(200),
  },
  'DELETE /api/comments/{id}/reactions/{emoji}': {
    call: (who, place) => who.delete(`${comment(place)}/${LIKE}`),
    ...commentReadable(200),
  },
  'DELETE /api/comments/{id}': { call: (who, place) => who.delete(comment(place)), ...ownComment(204) },
  'DELETE /api/posts/{id}': { call: (who, place) => who.delete(post(place)), ...own(204) },

  'GET /api/users/suggestions': { call: (who) => who.get('/api/users/suggestions'), ...signedIn(200) },
  'GET /api/users/{id}/followers': {
    call: (who, place) => who.get(`${person(place)}/followers`),
    ...signedIn(200),
  },
  'GET /api/users/{id}/following': {
    call: (who, place) => who.get(`${person(place)}/following`),
    ...signedIn(200),
  },
  'PUT /api/users/{id}/follow': {
    call: (who, place) => who.put(`${person(place)}/follow`),
    ...signedIn(204, 'request.invalid'),
  },
  'DELETE /api/users/{id}/follow': {
    call: (who, place) => who.delete(`${person(place)}/follow`),
    ...signedIn(204),
  },
};

/** Every command about posts, and who may; nobody gets that far. */
export const postCommandTable: Record<string, Line<Command>> = {
  'post:watch': {
    call: (socket, { postId }) => socket.emitWithAck('post:watch', { postId }),
    ...readable('ok'),
  },
  'post:unwatch': {
    call: (socket, { postId }) => socket.emitWithAck('post:unwatch', { postId }),
    ...signedIn('ok'),
  },
  'feed:watch': {
    call: (socket) => socket.emitWithAck('feed:watch', { feed: 'following' }),
    ...signedIn('ok'),
  },
  'feed:unwatch': {
    call: (socket) => socket.emitWithAck('feed:unwatch', { feed: 'following' }),
    ...signedIn('ok'),
  },
};
