import { Injectable } from '@nestjs/common';
import { DomainEvents } from '@parley/api-core';
import { OwnMarkers } from '@parley/api-rooms';
import { MessagesChanged } from '../message.events.js';

/** Sending moves the sender's marker: lets those know who must hear of it. */
@Injectable()
export class WritersMarkers {
  constructor(events: DomainEvents, markers: OwnMarkers) {
    events.on(MessagesChanged, ({ roomId, messages }) => {
      for (const { kind, authorId, editedAt, deletedAt } of messages) {
        if (kind !== 'system' && !editedAt && !deletedAt) {
          markers.wrote(roomId, authorId);
        }
      }
    });
  }
}
