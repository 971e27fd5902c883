import { DomainError } from '@parley/api-core';
import { limits, type MemberMarkers } from '@parley/contracts';
import type { KnownMarker } from './marker.repository.js';

/** Who does not share receipts is told of none either: what they may know is what has been delivered. */
export function visibleMarkers(marker: KnownMarker, isViewerSilent: boolean): MemberMarkers {
  const { userId, lastReadSeq, lastDeliveredSeq, isSilent } = marker;
  return { userId, lastReadSeq: isSilent || isViewerSilent ? 0 : lastReadSeq, lastDeliveredSeq };
}

/** @throws DomainError `room.too-large` */
export function assertReceiptsAreKept({ memberCount }: { memberCount: number }): void {
  if (memberCount > limits.receipts.roomMembers) {
    throw new DomainError('room.too-large');
  }
}
