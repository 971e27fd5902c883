import { userEntities } from '@parley/api-users/testing';
import { FollowEntity } from './follows/follow.entity.js';
import { PostEditEntity } from './post-edit.entity.js';
import { PostHashtagEntity } from './post-hashtag.entity.js';
import { PostEntity } from './post.entity.js';
import { PostReactionEntity } from './reactions/post-reaction.entity.js';

export const postEntities = [
  ...userEntities,
  FollowEntity,
  PostEditEntity,
  PostEntity,
  PostHashtagEntity,
  PostReactionEntity,
];
