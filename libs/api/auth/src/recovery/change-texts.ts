import type { WayChange } from '../security-jobs.js';
import type { Words } from './mail-texts.js';

/** A subject, and what it says in a sentence. */
type Change = readonly [subject: string, sentence: string];

interface ChangeTexts {
  hello: (name: string) => string;
  changes: Readonly<Record<WayChange | 'email-changed', Change>>;
  otherwise: string;
  label: string;
  footer: string;
}

const en: ChangeTexts = {
  hello: (name) => `Hello ${name},`,
  changes: {
    'second-factor-on': [
      'Your second factor is on',
      'signing in to your account asks for a code from now on.',
    ],
    'second-factor-off': [
      'Your second factor is off',
      'signing in to your account asks for no code any more.',
    ],
    'passkey-added': [
      'A passkey was added',
      'a passkey has just been added to your account. It opens it without a password.',
    ],
    'passkey-removed': ['A passkey was removed', 'a passkey of your account has just been removed.'],
    'provider-linked': [
      'A sign-in provider was linked',
      'an account elsewhere has just been linked to your account. It opens it without a password.',
    ],
    'provider-unlinked': [
      'A sign-in provider was unlinked',
      'an account elsewhere no longer opens your account.',
    ],
    'email-changed': [
      'Your e-mail address was changed',
      'your account has a new e-mail address. You get no more mails at this one.',
    ],
  },
  otherwise:
    'If it was not you, look into your settings: sign out everywhere else, and change your password.',
  label: 'Open security settings',
  footer: 'If you did this yourself, there is nothing to do.',
};

const de: ChangeTexts = {
  hello: (name) => `Hallo ${name},`,
  changes: {
    'second-factor-on': [
      'Ihr zweiter Faktor ist eingeschaltet',
      'die Anmeldung an Ihrem Konto verlangt ab jetzt einen Code.',
    ],
    'second-factor-off': [
      'Ihr zweiter Faktor ist ausgeschaltet',
      'die Anmeldung an Ihrem Konto verlangt keinen Code mehr.',
    ],
    'passkey-added': [
      'Ein Passkey wurde hinzugefügt',
      'Ihrem Konto wurde gerade ein Passkey hinzugefügt. Er öffnet es ohne Passwort.',
    ],
    'passkey-removed': ['Ein Passkey wurde entfernt', 'ein Passkey Ihres Kontos wurde gerade entfernt.'],
    'provider-linked': [
      'Ein Anmeldedienst wurde verknüpft',
      'mit Ihrem Konto wurde gerade ein anderes verknüpft. Es öffnet Ihres ohne Passwort.',
    ],
    'provider-unlinked': ['Ein Anmeldedienst wurde getrennt', 'ein anderes Konto öffnet Ihres nicht mehr.'],
    'email-changed': [
      'Ihre E-Mail-Adresse wurde geändert',
      'Ihr Konto hat eine neue E-Mail-Adresse. An diese hier kommen keine Mails mehr.',
    ],
  },
  otherwise:
    'Wenn Sie das nicht waren, sehen Sie in Ihre Einstellungen: Melden Sie sich überall sonst ab, und ändern Sie Ihr Passwort.',
  label: 'Sicherheit öffnen',
  footer: 'Wenn Sie das selbst waren, ist nichts zu tun.',
};

const texts: Readonly<Record<string, ChangeTexts>> = { en, de };

/** In the person's language, or in English. */
export function changeWords(locale: string, what: keyof ChangeTexts['changes']): (name: string) => Words {
  const { hello, changes, otherwise, label, footer } = texts[locale] ?? en;
  const [subject, sentence] = changes[what];
  return (name) => ({ subject, paragraphs: [hello(name), sentence, otherwise], label, footer });
}
