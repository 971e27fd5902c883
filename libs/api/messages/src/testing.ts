import { roomEntities } from '@parley/api-rooms/testing';
import { MessageEditEntity } from './actions/message-edit.entity.js';
import { MessageReactionEntity } from './actions/message-reaction.entity.js';
import { MessageEntity } from './message.entity.js';

export const messageEntities = [...roomEntities, MessageEntity, MessageEditEntity, MessageReactionEntity];
