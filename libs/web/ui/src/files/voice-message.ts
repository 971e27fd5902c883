import type { FileInfo } from '@parley/contracts';

const NAME = 'voice-message';

/** A recording is an audio file like any other, told from music by its name. */
export function voiceMessageName(type: string): string {
  return `${NAME}.${type.startsWith('audio/mp4') ? 'm4a' : type.startsWith('audio/ogg') ? 'ogg' : 'webm'}`;
}

/** The container of a recording without a picture may look like that of a video. */
export function isVoiceMessage({ name, mime }: Pick<FileInfo, 'name' | 'mime'>): boolean {
  return name.startsWith(`${NAME}.`) && /^(audio|video)\//.test(mime);
}
