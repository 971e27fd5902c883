import { roomEntities } from '@parley/api-rooms/testing';
import { MessageEntity } from './message.entity.js';

export const messageEntities = [...roomEntities, MessageEntity];
