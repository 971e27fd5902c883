import { Service } from '@angular/core';

/** The best that browsers record in, first. */
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];

/** What this browser can record with. It asks the person only when something is recorded. */
@Service()
export class Microphone {
  /** Only where the page is secure, which plain http on a local network is not. */
  readonly isThere = typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;

  /** @throws DOMException `NotAllowedError` when the person does not want to, or others when there is none */
  open(): Promise<MediaStream> {
    return navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  }

  recorder(stream: MediaStream): MediaRecorder {
    const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
    return new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: 32_000 });
  }
}
