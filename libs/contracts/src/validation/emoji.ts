import { ValidateBy } from 'class-validator';

/** Exactly one of the emoji that Unicode recommends for general interchange, in the form it recommends. */
const EMOJI = /^\p{RGI_Emoji}$/v;

/** One emoji, and nothing else. */
export function IsEmoji(): PropertyDecorator {
  return ValidateBy({
    name: 'isEmoji',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && EMOJI.test(value),
      defaultMessage: () => 'must be one emoji',
    },
  });
}
