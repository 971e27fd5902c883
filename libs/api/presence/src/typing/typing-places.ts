import { Injectable } from '@nestjs/common';
import { channelOf, Channels, DomainError } from '@parley/api-core';
import { audienceOfRow, PostThreads, watchersOf } from '@parley/api-posts';
import { RoomAccess } from '@parley/api-rooms';
import type { TypingCommand } from '@parley/contracts';
import type { TypingPlace } from './typing.events.js';

/** Who may write where, and who may hear of it. */
@Injectable()
export class TypingPlaces {
  constructor(
    private readonly rooms: RoomAccess,
    private readonly posts: PostThreads,
    private readonly channels: Channels,
  ) {}

  /** @throws DomainError `request.invalid` unless it names either a room or a post */
  placeOf({ roomId, postId }: TypingCommand): TypingPlace {
    if (roomId !== undefined && postId === undefined) {
      return { roomId };
    }
    if (postId !== undefined && roomId === undefined) {
      return { postId };
    }
    throw new DomainError('request.invalid', {
      errors: [{ pointer: '/roomId', detail: 'either roomId or postId must be given' }],
    });
  }

  /**
   * The channel of those who hear what is written there.
   * @throws DomainError unless this person is in the room, or may read the post
   */
  async channel(place: TypingPlace, socketId: string, userId: string): Promise<string> {
    if ('postId' in place) {
      return watchersOf(audienceOfRow(await this.posts.requireReadable(place.postId, userId)));
    }
    // The database is asked only for what to say to somebody who is not there.
    if (!this.channels.hears(socketId, place.roomId)) {
      await this.rooms.requireReader(place.roomId, userId);
    }
    return channelOf.room(place.roomId);
  }
}
