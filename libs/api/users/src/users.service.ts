import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import type { DirectoryQuery, Me, UpdateMe, UserPage } from '@parley/contracts';
import { OwnProfiles, requirePerson } from './own-profiles.js';
import { toColumns, toMe, toUser } from './user.mapper.js';
import { UserRepository } from './user.repository.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UserRepository,
    private readonly profiles: OwnProfiles,
    private readonly cursors: Cursors,
  ) {}

  async search(directory: DirectoryQuery, { userId: readerId }: Actor): Promise<UserPage> {
    const query = (directory.query ?? '').trim().toLowerCase();
    const { rows, nextCursor } = await readPage(this.cursors, `users?query=${query}`, directory, {
      read: (limit, after) => this.users.search({ query, readerId, limit, after: after && String(after[0]) }),
      keyOf: ({ username }) => [username],
    });
    return { items: rows.map(toUser), nextCursor };
  }

  /** @throws DomainError `user.not-found` when the account is gone */
  async me({ userId }: Actor): Promise<Me> {
    return toMe(requirePerson(await this.users.findActive(userId)));
  }

  /** What is left out stays as it is. */
  updateMe({ userId }: Actor, changes: UpdateMe): Promise<Me> {
    return this.profiles.update(userId, (row) => toColumns(changes, row));
  }
}
