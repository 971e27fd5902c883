import { AppConfig } from '@parley/api-core';
import { FileEntity, FileUrls } from '@parley/api-files';
import { roomEntities } from '@parley/api-rooms/testing';
import { MessageEditEntity } from './actions/message-edit.entity.js';
import { MessageReactionEntity } from './actions/message-reaction.entity.js';
import { MessageFileEntity } from './files/message-file.entity.js';
import { MessageEntity } from './message.entity.js';
import { MessageMapper } from './message.mapper.js';

export const messageEntities = [
  ...roomEntities,
  FileEntity,
  MessageEntity,
  MessageEditEntity,
  MessageFileEntity,
  MessageReactionEntity,
];

/** With addresses of files that no server takes. */
export function messageMapper(): MessageMapper {
  const config = { DATABASE_URL: 'postgres://localhost/parley', JWT_SECRET: 'x'.repeat(32) };
  return new MessageMapper(new FileUrls(AppConfig.fromEnv(config)));
}
