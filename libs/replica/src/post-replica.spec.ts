import { describe, expect, it } from '@jest/globals';
import type { Comment, Post, User } from '@parley/contracts';
import { PostReplica } from './post-replica.js';

const ann: User = {
  ...{ id: 'ann', username: 'ann', displayName: 'Ann', avatarUrl: null, bio: '', statusEmoji: '' },
  ...{ statusText: '', statusExpiresAt: null, createdAt: '2026-01-01T10:00:00.000Z', deleted: false },
};
const aPost = (change: number, wishes: Partial<Post> = {}): Post => ({
  ...{ id: 'post', change, author: ann, body: `version ${change}`, visibility: 'public', files: [] },
  ...{ mentions: [], mentionedNames: [], hashtags: [], commentCount: 0, reactions: [], roomId: null },
  contentWarning: null,
  ...{ commentsClosed: false, slowModeSeconds: 0, createdAt: '2026-01-01T10:00:00.000Z', editedAt: null },
  ...wishes,
});
const aComment = (seq: number, change = seq): Comment => ({
  ...{ id: `comment-${seq}`, postId: 'post', parentId: null, seq, change, author: ann },
  ...{ body: `version ${change}`, mentions: [], mentionedNames: [], reactions: [] },
  ...{ createdAt: '2026-01-01T10:00:00.000Z', editedAt: null, deletedAt: null },
});

describe('PostReplica', () => {
  it('takes comments in any order, and keeps the newer version of each', () => {
    const replica = new PostReplica(aPost(1));

    for (const comment of [aComment(3), aComment(2, 4), aComment(2)]) {
      replica.takeComment({ comment, commentCount: comment.change });
    }

    expect(replica.inOrder()).toEqual([aComment(2, 4), aComment(3)]);
    expect(replica.post).toMatchObject({ change: 4, commentCount: 4 });
    expect([replica.applied, replica.isBehind]).toEqual([4, false]);
  });

  it('knows that something is missing, and from where on', () => {
    const replica = new PostReplica(aPost(1));
    replica.takeComment({ comment: aComment(2), commentCount: 1 });

    replica.takePost(aPost(4));

    expect([replica.applied, replica.isBehind]).toEqual([2, true]);
    replica.catchUp({ upTo: 5, more: false, post: aPost(5), comments: [aComment(3)] });
    expect([replica.applied, replica.isBehind]).toEqual([5, false]);
    expect(replica.inOrder()).toHaveLength(2);
  });

  it('does not take what it read for what it heard', () => {
    const replica = new PostReplica(aPost(1));

    replica.takePage([aComment(2), aComment(3)]);
    replica.takeAnswer(aComment(4));

    expect([replica.applied, replica.isBehind]).toEqual([1, false]);
  });

  it('takes the words of a late post, and keeps the count of a newer comment', () => {
    const replica = new PostReplica(aPost(1));
    replica.takeComment({ comment: aComment(3), commentCount: 1 });

    replica.takePost(aPost(2));

    expect(replica.post).toMatchObject({ body: 'version 2', change: 3, commentCount: 1 });
  });

  it('keeps a newer post than a late event has', () => {
    const replica = new PostReplica(aPost(3));

    replica.takePost(aPost(2));

    expect(replica.post.change).toBe(3);
    expect(replica.isBehind).toBe(false);
  });
});
