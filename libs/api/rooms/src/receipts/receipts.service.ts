import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import type { RoomReceipts } from '@parley/contracts';
import { assertReadable } from '../room.policy.js';
import { RoomRoles } from '../room-roles.js';
import { MarkerRepository } from './marker.repository.js';
import { assertReceiptsAreKept, visibleMarkers } from './receipt.policy.js';
import { type Recipient, ReceiptRepository, type SentMessage } from './receipt.repository.js';

/** What members of a room may know of what the others have read. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly roles: RoomRoles,
    private readonly markers: MarkerRepository,
    private readonly receipts: ReceiptRepository,
  ) {}

  /** How far the others are. @throws DomainError `room.too-large` */
  async inRoom(roomId: string, { userId }: Actor): Promise<RoomReceipts> {
    const { room, role } = await this.roles.find(roomId, userId);
    assertReadable(room, role);
    assertReceiptsAreKept(room);
    const markers = await this.markers.inRoom(roomId);
    const isSilent = markers.find((marker) => marker.userId === userId)?.isSilent ?? true;
    const others = markers.filter((marker) => marker.userId !== userId);
    return { roomId, items: others.map((marker) => visibleMarkers(marker, isSilent)) };
  }

  /** What became of a message, as one of the members may know it. @throws DomainError `room.too-large` */
  async ofMessage(message: SentMessage, { userId }: Actor): Promise<Recipient[]> {
    const { room, role } = await this.roles.find(message.roomId, userId);
    assertReadable(room, role);
    assertReceiptsAreKept(room);
    const isViewerSilent = await this.receipts.isSilent(userId);
    const recipients = await this.receipts.recipients(message);
    return recipients.map((recipient) => {
      // What one has done oneself is no secret.
      const isShared = recipient.userId === userId || !(recipient.isSilent || isViewerSilent);
      return isShared ? recipient : { ...recipient, isRead: false, readAt: null };
    });
  }
}
