import {
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiPause, mdiPlay } from '@mdi/js';
import type { FileInfo } from '@parley/contracts';
import { Icon } from '../icon/icon';
import { NowPlaying } from './now-playing';
import { PlaySpeed } from './play-speed';
import { isExpired } from './signed-address';
import { isVoiceMessage } from './voice-message';
import { clockTime } from './clock-time';
import { waveformOf } from './waveform';
import { WaveformBars } from './waveform-bars';

/** Longer recordings are not worth reading them whole for a picture of them. */
const MOST_READ = 3 * 1_048_576;
/** Further than any recording goes: asked for it, browsers find out where the end is. */
const BEYOND_THE_END = 1e8;

/** Plays a recording: with its waveform, at a chosen speed, one at a time. */
@Component({
  selector: 'parley-audio-player',
  imports: [Icon, TranslocoDirective, WaveformBars],
  templateUrl: './audio-player.html',
  styleUrl: './audio-player.css',
})
export class AudioPlayer {
  private readonly nowPlaying = inject(NowPlaying);
  private readonly player = viewChild.required<ElementRef<HTMLAudioElement>>('player');
  protected readonly speed = inject(PlaySpeed);

  readonly file = input.required<FileInfo>();
  /** Where they are known already. */
  readonly peaks = input<readonly number[]>();
  readonly expired = output();

  protected readonly icons = { play: mdiPlay, pause: mdiPause };
  protected readonly isVoice = computed(() => isVoiceMessage(this.file()));
  protected readonly isPlaying = signal(false);
  protected readonly hasFailed = signal(false);
  /** In seconds. */
  protected readonly position = signal(0);
  private readonly found = signal(0);
  private readonly read = signal<readonly number[]>([]);
  protected readonly shown = computed(() => this.peaks() ?? this.read());
  protected readonly length = computed(() => this.found() || (this.file().durationMs ?? 0) / 1_000);
  protected readonly part = computed(() => (this.length() > 0 ? this.position() / this.length() : 0));
  protected readonly time = computed(() => clockTime(this.position() || this.length()));
  protected readonly spoken = computed(() => `${clockTime(this.position())} / ${clockTime(this.length())}`);

  constructor() {
    effect(() => {
      this.player().nativeElement.playbackRate = this.speed.value();
    });
    effect(() => {
      const { id, url, size } = this.file();
      if (isExpired(url)) {
        this.expired.emit();
      } else if (!this.peaks() && size <= MOST_READ) {
        void waveformOf(id, url).then((peaks) => this.read.set(peaks));
      }
    });
    inject(DestroyRef).onDestroy(() => this.nowPlaying.forget(this.player().nativeElement));
  }

  protected toggle(): void {
    const player = this.player().nativeElement;
    if (!player.paused) {
      player.pause();
      return;
    }
    this.hasFailed.set(false);
    this.nowPlaying.start(player);
    player.playbackRate = this.speed.value();
    player.play().catch(() => this.fail());
  }

  protected seek(event: Event): void {
    const seconds = Number((event.target as HTMLInputElement).value);
    this.player().nativeElement.currentTime = seconds;
    this.position.set(seconds);
  }

  /** Recordings of browsers often do not say how long they are. */
  protected measure(): void {
    const player = this.player().nativeElement;
    if (player.duration === Infinity) {
      player.currentTime = BEYOND_THE_END;
      player.addEventListener('timeupdate', () => (player.currentTime = 0), { once: true });
    }
    this.changeLength();
  }

  protected changeLength(): void {
    const { duration } = this.player().nativeElement;
    this.found.set(Number.isFinite(duration) ? duration : 0);
  }

  protected follow(): void {
    const { currentTime } = this.player().nativeElement;
    this.position.set(currentTime < BEYOND_THE_END ? Math.min(currentTime, this.length() || currentTime) : 0);
  }

  protected end(): void {
    this.isPlaying.set(false);
    this.position.set(0);
  }

  protected fail(): void {
    this.isPlaying.set(false);
    if (isExpired(this.file().url)) {
      this.expired.emit();
    } else {
      this.hasFailed.set(true);
    }
  }
}
