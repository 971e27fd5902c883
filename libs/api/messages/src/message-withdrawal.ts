import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import type { DeletionMode } from '@parley/contracts';
import { MessageRemains } from './message-remains.js';
import { MessageVersions } from './message-versions.js';
import { MessageWithdrawalRepository } from './message-withdrawal.repository.js';

/** So many numbers of a room are looked through at once: a few milliseconds, however large the room is. */
const LOOKED_THROUGH = 20_000;
/** So many messages change in one transaction, which nobody else of the room can get between. */
const AT_ONCE = 100;

/** Takes back what somebody said in a room whose account is gone. */
@Injectable()
export class MessageWithdrawal {
  constructor(
    private readonly messages: MessageWithdrawalRepository,
    private readonly remains: MessageRemains,
    private readonly versions: MessageVersions,
    private readonly rooms: RoomAccess,
    private readonly transactions: Transactions,
  ) {}

  /** Of what is only made nameless, the files go all the same. Doing it twice changes nothing. */
  async withdraw(roomId: string, userId: string, mode: DeletionMode): Promise<void> {
    const lastSeq = await this.rooms.lastSeq(roomId);
    for (let after = 0; after < lastSeq; after += LOOKED_THROUGH) {
      const seqs = await this.messages.writtenBy(userId, {
        ...{ roomId, after, upTo: after + LOOKED_THROUGH },
        onlyWithFiles: mode === 'anonymise',
      });
      for (let done = 0; done < seqs.length; done += AT_ONCE) {
        await this.withdrawSome(roomId, seqs.slice(done, done + AT_ONCE), mode);
      }
    }
  }

  private withdrawSome(roomId: string, seqs: readonly number[], mode: DeletionMode): Promise<void> {
    return this.transactions.runInTurn(roomId, async () => {
      await this.rooms.hold(roomId);
      for (const row of await this.messages.inRoom(roomId, seqs)) {
        if (mode === 'erase' || row.body === '') {
          await this.remains.bury(row);
        } else {
          await this.messages.dropFiles(row);
          await this.remains.releaseFiles(row);
        }
      }
      await this.versions.republish(roomId, seqs);
    });
  }
}
