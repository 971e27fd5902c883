import { userEntities } from '@parley/api-users/testing';
import { SessionEntity } from './session.entity.js';

export const authEntities = [...userEntities, SessionEntity];
