import {
  defaultLevels,
  type KindLevels,
  type NotificationKind,
  ownWords,
  type RoomKind,
} from '@parley/contracts';

/** A message as far as it decides who is told of it. */
export interface WrittenMessage {
  id: string;
  seq: number;
  authorId: string;
  body: string;
  mentions: readonly string[];
  mentionsRoom: boolean;
  /** Who wrote what this answers. */
  quotedAuthorId: string | null;
}

/** Somebody in its room, and what they want to hear of. */
export interface RoomReader {
  userId: string;
  notify: 'all' | 'mentions' | 'none';
  mutedUntil: Date | null;
  /** Everything up to here was seen. */
  seenSeq: number;
  kinds: Partial<KindLevels>;
  keywords: readonly string[];
}

/** Whether somebody wants to hear of a kind at all. */
export function isWanted(kinds: Partial<KindLevels>, kind: NotificationKind): boolean {
  return (kinds[kind] ?? defaultLevels[kind]) !== 'off';
}

/**
 * What a message is to a member of its room; null when they are not told: their own, seen already, or of a room
 * that they have turned down.
 */
export function kindFor(
  message: WrittenMessage,
  reader: RoomReader,
  room: RoomKind,
  now: Date,
): NotificationKind | null {
  if (message.authorId === reader.userId || message.seq <= reader.seenSeq || isMuted(reader, now)) {
    return null;
  }
  const kinds = callsOf(message, reader);
  // In a channel everybody hears everything, which is what its unread mark is for.
  if (room !== 'channel' && reader.notify === 'all') {
    kinds.push('message');
  }
  return kinds.find((kind) => isWanted(reader.kinds, kind)) ?? null;
}

function isMuted({ notify, mutedUntil }: RoomReader, now: Date): boolean {
  return notify === 'none' || (mutedUntil !== null && mutedUntil > now);
}

/** What concerns this person alone, the closest first. */
function callsOf(message: WrittenMessage, { userId, keywords }: RoomReader): NotificationKind[] {
  const isCalled =
    message.mentionsRoom || message.mentions.includes(userId) || hasKeyword(message.body, keywords);
  return [
    ...(isCalled ? (['mention'] as const) : []),
    ...(message.quotedAuthorId === userId ? (['reply'] as const) : []),
  ];
}

/** As whole words, in whatever case. What is quoted, or code, counts as little as in mentions. */
export function hasKeyword(body: string, keywords: readonly string[]): boolean {
  if (keywords.length === 0) {
    return false;
  }
  const text = ownWords(body).toLowerCase();
  return keywords.some((keyword) => hasWord(text, keyword.toLowerCase().trim()));
}

const LETTER = /[\p{L}\p{N}_]/u;

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + word.length] ?? ' ')) {
      return true;
    }
  }
  return false;
}
