/** What a mail says, without where it goes. */
export interface Words {
  subject: string;
  paragraphs: string[];
  label?: string;
  footer: string;
}

/** Where somebody signed in. */
export interface Device {
  userAgent: string;
  ip: string;
  /** ISO 8601. */
  at: string;
}

interface MailTexts {
  verifyEmail: (name: string) => Words;
  changeEmail: (name: string) => Words;
  forgottenPassword: (name: string) => Words;
  passwordChanged: (name: string) => Words;
  newDevice: (name: string, device: Device) => Words;
}

const en: MailTexts = {
  verifyEmail: (name) => ({
    subject: 'Confirm your e-mail address',
    paragraphs: [
      `Hello ${name},`,
      'please confirm that this is your address. The link is good for seven days.',
    ],
    label: 'Confirm address',
    footer: 'You did not make an account? Then somebody mistyped an address, and you can forget this mail.',
  }),
  changeEmail: (name) => ({
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      `Hello ${name},`,
      'you want your account to have this address. Please confirm that it is yours. The link is good for one day.',
    ],
    label: 'Use this address',
    footer: 'It was not you? Then somebody mistyped an address, and you can forget this mail.',
  }),
  forgottenPassword: (name) => ({
    subject: 'Choose a new password',
    paragraphs: [
      `Hello ${name},`,
      'somebody asked for a new password for your account. If that was you, choose one now: the link is good for one hour, and once.',
    ],
    label: 'Choose a password',
    footer: 'It was not you? Then there is nothing to do, and your password stays as it is.',
  }),
  passwordChanged: (name) => ({
    subject: 'Your password was changed',
    paragraphs: [`Hello ${name},`, 'the password of your account has just been changed.'],
    label: 'It was not me',
    footer: 'If you changed it yourself, there is nothing to do.',
  }),
  newDevice: (name, { userAgent, ip, at }) => ({
    subject: 'New sign-in to your account',
    paragraphs: [
      `Hello ${name},`,
      'somebody signed in to your account with a browser or a program that was not used with it before:',
      `${userAgent || 'unknown program'}\n${ip}\n${at}`,
      'If it was not you, sign it out in your settings and change your password.',
    ],
    label: 'See where I am signed in',
    footer: 'If it was you, there is nothing to do.',
  }),
};

const de: MailTexts = {
  verifyEmail: (name) => ({
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    paragraphs: [
      `Hallo ${name},`,
      'bitte bestätigen Sie, dass das Ihre Adresse ist. Der Link gilt sieben Tage.',
    ],
    label: 'Adresse bestätigen',
    footer:
      'Sie haben kein Konto angelegt? Dann hat sich jemand vertippt, und Sie können diese Mail vergessen.',
  }),
  changeEmail: (name) => ({
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    paragraphs: [
      `Hallo ${name},`,
      'Ihr Konto soll diese Adresse bekommen. Bitte bestätigen Sie, dass es Ihre ist. Der Link gilt einen Tag.',
    ],
    label: 'Diese Adresse benutzen',
    footer: 'Sie waren es nicht? Dann hat sich jemand vertippt, und Sie können diese Mail vergessen.',
  }),
  forgottenPassword: (name) => ({
    subject: 'Wählen Sie ein neues Passwort',
    paragraphs: [
      `Hallo ${name},`,
      'jemand hat ein neues Passwort für Ihr Konto verlangt. Wenn Sie das waren, wählen Sie jetzt eines: Der Link gilt eine Stunde, und einmal.',
    ],
    label: 'Passwort wählen',
    footer: 'Sie waren es nicht? Dann ist nichts zu tun, und Ihr Passwort bleibt, wie es ist.',
  }),
  passwordChanged: (name) => ({
    subject: 'Ihr Passwort wurde geändert',
    paragraphs: [`Hallo ${name},`, 'das Passwort Ihres Kontos wurde gerade geändert.'],
    label: 'Das war ich nicht',
    footer: 'Wenn Sie es selbst geändert haben, ist nichts zu tun.',
  }),
  newDevice: (name, { userAgent, ip, at }) => ({
    subject: 'Neue Anmeldung an Ihrem Konto',
    paragraphs: [
      `Hallo ${name},`,
      'jemand hat sich an Ihrem Konto mit einem Browser oder Programm angemeldet, mit dem es noch nicht benutzt wurde:',
      `${userAgent || 'unbekanntes Programm'}\n${ip}\n${at}`,
      'Wenn Sie das nicht waren, melden Sie es in Ihren Einstellungen ab und ändern Sie Ihr Passwort.',
    ],
    label: 'Zeigen, wo ich angemeldet bin',
    footer: 'Wenn Sie das waren, ist nichts zu tun.',
  }),
};

const texts: Readonly<Record<string, MailTexts>> = { en, de };

/** In the person's language, or in English. */
export function mailTexts(locale: string): MailTexts {
  return texts[locale] ?? en;
}
