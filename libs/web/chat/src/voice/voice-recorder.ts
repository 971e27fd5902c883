import {
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  output,
  signal,
  viewChild,
  afterNextRender,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiDeleteOutline, mdiSend, mdiStop } from '@mdi/js';
import type { FileInfo } from '@parley/contracts';
import { AudioPlayer, clockTime, Icon, WaveformBars } from '@parley/web-ui';
import { Attachments } from '../attachments/attachments';
import { Conversation } from '../room/conversation';
import { Microphone } from './microphone';
import { Recording, type Spoken } from './recording';

const BARS = 64;

type Step = 'asking' | 'recording' | 'listening' | 'refused' | 'absent';

/** Records a voice message: one speaks, listens to it if one likes, and sends it or throws it away. */
@Component({
  selector: 'parley-voice-recorder',
  imports: [AudioPlayer, Icon, MatButton, MatIconButton, TranslocoDirective, WaveformBars],
  templateUrl: './voice-recorder.html',
  styleUrl: './voice-recorder.css',
  host: { '(keydown.escape)': 'discard($event)' },
})
export class VoiceRecorder {
  private readonly attachments = inject(Attachments);
  private readonly injector = inject(Injector);
  private readonly microphone = inject(Microphone);
  private readonly roomId = inject(Conversation).roomId;
  private readonly sendButton = viewChild<unknown, ElementRef<HTMLElement>>('sendButton', {
    read: ElementRef,
  });
  private readonly recording = signal<Recording | null>(null);
  private readonly spoken = signal<Spoken | null>(null);
  private readonly address = signal('');
  /** Sent or thrown away. */
  private isSettled = false;

  /** It is among the attachments and can be sent. */
  readonly recorded = output();
  readonly closed = output();

  protected readonly icons = { discard: mdiDeleteOutline, send: mdiSend, stop: mdiStop };
  protected readonly step = signal<Step>('asking');
  protected readonly levels = computed(() => {
    const levels = this.recording()?.levels().slice(-BARS) ?? [];
    return [...Array.from({ length: BARS - levels.length }, () => 0), ...levels];
  });
  protected readonly time = computed(() => clockTime((this.recording()?.elapsedMs() ?? 0) / 1_000));
  protected readonly peaks = computed(() => this.spoken()?.peaks ?? []);
  /** What was said, as if it were sent already. */
  protected readonly preview = computed<FileInfo | null>(() => {
    const spoken = this.spoken();
    return (
      spoken && {
        id: 'voice-preview',
        name: spoken.file.name,
        mime: spoken.file.type,
        size: spoken.file.size,
        durationMs: spoken.durationMs,
        url: this.address(),
      }
    );
  });

  constructor() {
    void this.begin();
    inject(DestroyRef).onDestroy(() => void this.leave());
  }

  /** To listen to it before it is sent. */
  protected async stop(): Promise<void> {
    const spoken = await this.recording()?.finish();
    if (spoken && !this.isSettled) {
      this.address.set(URL.createObjectURL(spoken.file));
      this.spoken.set(spoken);
      this.step.set('listening');
      this.focusSend();
    }
  }

  protected async send(): Promise<void> {
    const spoken = await this.settle();
    if (spoken) {
      await this.keep(spoken);
      this.recorded.emit();
    }
  }

  protected discard(event?: Event): void {
    event?.stopPropagation();
    void this.settle();
    this.closed.emit();
  }

  private async begin(): Promise<void> {
    try {
      const stream = await this.microphone.open();
      this.recording.set(new Recording(stream, this.microphone, () => void this.stop()));
      if (this.isSettled) {
        await this.recording()?.finish();
        return;
      }
      this.step.set('recording');
      this.focusSend();
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.step.set(isRefused ? 'refused' : 'absent');
    }
  }

  private async settle(): Promise<Spoken | undefined> {
    this.isSettled = true;
    return this.recording()?.finish();
  }

  /** Whoever goes elsewhere finds what they said in the box of the room. */
  private async leave(): Promise<void> {
    URL.revokeObjectURL(this.address());
    if (!this.isSettled) {
      const spoken = await this.settle();
      if (spoken) {
        await this.keep(spoken);
      }
    }
  }

  private async keep({ file, durationMs }: Spoken): Promise<void> {
    await this.attachments.add(this.roomId, [file], { durationMs });
  }

  private focusSend(): void {
    afterNextRender({ write: () => this.sendButton()?.nativeElement.focus() }, { injector: this.injector });
  }
}
