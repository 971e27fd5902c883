/** Unicode's five colours of skin, from light to dark; the empty one is the yellow of the drawing. */
export const tones = ['', '\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}'] as const;
export type Tone = (typeof tones)[number];

const IS_EMOJI = /^\p{RGI_Emoji}$/v;
const SKIN = /(\p{Emoji_Modifier_Base})\u{fe0f}?/gu;

/** The emoji with this colour of skin; itself where there is no such emoji. */
export function toned(emoji: string, tone: Tone): string {
  const candidate = tone === '' ? emoji : emoji.replace(SKIN, `$1${tone}`);
  return IS_EMOJI.test(candidate) ? candidate : emoji;
}
