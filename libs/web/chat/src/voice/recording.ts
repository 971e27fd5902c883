import { signal } from '@angular/core';
import { loudness, voiceMessageName } from '@parley/web-ui';
import type { Microphone } from './microphone';

const LEVEL_EVERY_MS = 60;
/** Who has more to say says it in parts. */
const LONGEST_MS = 15 * 60_000;

/** Something that was said. */
export interface Spoken {
  readonly file: File;
  readonly durationMs: number;
  /** How loud it is over time, each from 0 to 1. */
  readonly peaks: readonly number[];
}

/** One recording, from the microphone to a file. */
export class Recording {
  private readonly chunks: Blob[] = [];
  private readonly context = new AudioContext();
  private readonly begun = performance.now();
  private readonly recorder: MediaRecorder;
  private readonly ticking: ReturnType<typeof setInterval>;
  private readonly loud = signal<readonly number[]>([]);
  private readonly passed = signal(0);
  private finished?: Promise<Spoken>;

  readonly levels = this.loud.asReadonly();
  readonly elapsedMs = this.passed.asReadonly();

  /** @param ended it became so long that it stopped by itself */
  constructor(
    private readonly stream: MediaStream,
    microphone: Microphone,
    ended: () => void,
  ) {
    this.recorder = microphone.recorder(stream);
    this.recorder.ondataavailable = ({ data }) => this.chunks.push(data);
    const analyser = this.context.createAnalyser();
    this.context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.ticking = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const level = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
      this.loud.update((levels) => [...levels, Math.min(1, level)]);
      this.passed.set(performance.now() - this.begun);
      if (this.passed() > LONGEST_MS) {
        ended();
      }
    }, LEVEL_EVERY_MS);
    this.recorder.start(1_000);
  }

  /** As often as one likes: it is the same recording. */
  finish(): Promise<Spoken> {
    this.finished ??= this.stop();
    return this.finished;
  }

  private async stop(): Promise<Spoken> {
    const durationMs = Math.round(performance.now() - this.begun);
    clearInterval(this.ticking);
    await new Promise<void>((resolve) => {
      this.recorder.onstop = () => resolve();
      this.recorder.stop();
    });
    this.stream.getTracks().forEach((track) => track.stop());
    void this.context.close();
    const type = this.recorder.mimeType.split(';')[0] || 'audio/webm';
    const file = new File(this.chunks, voiceMessageName(type), { type });
    return { file, durationMs, peaks: loudness(this.loud()) };
  }
}
