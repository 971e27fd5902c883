/**
 * The limits of the product, each written once: DTOs enforce them, OpenAPI documents them, forms show them.
 * Lengths of text are counted in code points.
 */
export const limits = {
  page: { default: 50, max: 100 },
  username: { min: 3, max: 32 },
  password: { min: 8, max: 128 },
  email: { max: 254 },
  secondFactorCode: 20,
  /** Personal access tokens: characters of a name, and how many somebody may have. */
  token: { name: 80, perPerson: 50 },
  passkey: { name: 80, perPerson: 20 },
  user: { displayName: 80, bio: 500, statusText: 100, statusEmoji: 16 },
  room: { name: 80, topic: 500, groupMembers: 100, membersPerRequest: 100, mine: 1_000, pins: 50 },
  /** An upload in bytes and in pixels, and the side of the square that is made of it. */
  picture: { bytes: 10_485_760, pixels: 50_000_000, side: 256 },
  /**
   * Of a file in bytes, of a picture in pixels with all its frames, of a name in code points, of sound and video
   * in milliseconds; and the longer side of the preview of a picture.
   */
  file: { bytes: 104_857_600, pixels: 100_000_000, name: 200, durationMs: 86_400_000, previewSide: 720 },
  slowMode: { seconds: 21_600 },
  /** How many people one link may let in, and how many open links a room may have. */
  invite: { uses: 10_000, perRoom: 100 },
  /** Of reactions: how many different emoji a message has, and of how many people each names. */
  message: { body: 20_000, files: 10, excerpt: 140, reactionKinds: 100, reactionUsers: 50, edits: 100 },
  comment: { body: 2_000 },
  post: {
    body: 5_000,
    files: 10,
    fileDescription: 1_000,
    contentWarning: 100,
    hashtag: 50,
    hashtags: 20,
    suggestions: 20,
    watched: 20,
  },
  /** Whom one person may follow: the cost of their feed grows with it. */
  follow: { people: 5_000 },
  /**
   * More names than this in one message are not calls but a list. In a channel with more people than `freely`
   * only its admins call everybody, and from `warned` on a client asks before it sends such a call.
   */
  mentions: { names: 50, freely: 50, warned: 10 },
  /** Further behind than this, reading the newest page is cheaper than catching up change by change. */
  changes: { maxBehind: 2_000 },
  /** So many people can one socket watch. */
  presence: { watched: 500 },
  /** In rooms with more people nobody is told who has read what. */
  receipts: { roomMembers: 100 },
  /** Milliseconds after which somebody who says nothing more is taken to have stopped writing. */
  typing: { expiresAfter: 6_000 },
  /** What somebody may choose about what they are told of. */
  notification: { quietSpans: 14, keywords: 20, keyword: 50, subscriptions: 20, deliveries: 100 },
  search: { query: 100, text: 300, terms: 16 },
} as const;

/** What a personal access token may be good for. */
export const tokenScopes = ['read', 'write'] as const;

/** How browsers reach what keeps a passkey. */
export const passkeyTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** How a user name looks, once it is lower case. */
export const USERNAME_PATTERN = /^[a-z0-9_.-]+$/;

/** The length of a text as people count it: an emoji outside the basic plane is one, not two. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}
