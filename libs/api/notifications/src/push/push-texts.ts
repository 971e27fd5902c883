import type { Notification } from '@parley/contracts';

interface PushTexts {
  reacted: (emoji: string) => string;
  invited: (room: string) => string;
  follows: string;
  commented: string;
  'new-device': string;
  'password-changed': string;
  security: string;
  test: { title: string; body: string };
  open: string;
  reply: string;
  read: string;
}

const en: PushTexts = {
  reacted: (emoji) => `Reacted with ${emoji}`,
  invited: (room) => (room ? `Added you to ${room}` : 'Added you to a group'),
  follows: 'Follows you',
  commented: 'Commented on your post',
  'new-device': 'Somebody signed in to your account with a new device',
  'password-changed': 'Your password was changed',
  security: 'Something about the safety of your account changed',
  test: { title: 'Parley', body: 'This is how notifications look on this device.' },
  ...{ open: 'Open', reply: 'Reply', read: 'Mark as read' },
};

const de: PushTexts = {
  reacted: (emoji) => `Hat mit ${emoji} reagiert`,
  invited: (room) => (room ? `Hat Sie in ${room} aufgenommen` : 'Hat Sie in eine Gruppe aufgenommen'),
  follows: 'Folgt Ihnen',
  commented: 'Hat Ihren Beitrag kommentiert',
  'new-device': 'Jemand hat sich mit einem neuen Gerät an Ihrem Konto angemeldet',
  'password-changed': 'Ihr Passwort wurde geändert',
  security: 'An der Sicherheit Ihres Kontos hat sich etwas geändert',
  test: { title: 'Parley', body: 'So sehen Mitteilungen auf diesem Gerät aus.' },
  ...{ open: 'Öffnen', reply: 'Antworten', read: 'Als gelesen markieren' },
};

/** In the person's language, or in English. */
export function pushTexts(locale: string): PushTexts {
  return locale === 'de' ? de : en;
}

/** Who, and where when that needs saying. */
export function titleOf({ actor, roomName }: Notification): string {
  return [actor?.displayName, roomName].filter(Boolean).join(' · ') || 'Parley';
}

export function bodyOf({ kind, text, roomName = '' }: Notification, texts: PushTexts): string {
  switch (kind) {
    case 'reaction':
      return texts.reacted(text);
    case 'invite':
      return texts.invited(roomName);
    case 'follow':
      return texts.follows;
    case 'security':
      return text === 'new-device' || text === 'password-changed' ? texts[text] : texts.security;
    case 'comment':
      return text || texts.commented;
    default:
      return text;
  }
}
