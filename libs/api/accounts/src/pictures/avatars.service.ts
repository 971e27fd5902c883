import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { Pictures } from '@parley/api-files';
import { OwnProfiles } from '@parley/api-users';
import type { Me } from '@parley/contracts';

/** What people look like. */
@Injectable()
export class AvatarsService {
  constructor(
    private readonly profiles: OwnProfiles,
    private readonly pictures: Pictures,
  ) {}

  /** @throws DomainError `file.type-not-allowed`, `file.unreadable` */
  async set(upload: Buffer, { userId }: Actor): Promise<Me> {
    return this.profiles.update(userId, { avatar: await this.pictures.keep(upload) });
  }

  /** Back to the letters of the name. */
  remove({ userId }: Actor): Promise<Me> {
    return this.profiles.update(userId, { avatar: null });
  }
}
