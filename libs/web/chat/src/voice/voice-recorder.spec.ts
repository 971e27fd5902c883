import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideKeysAsTexts, settle } from '@parley/web-testing';
import { Attachments } from '../attachments/attachments';
import type { Measures } from '../attachments/measured';
import { Conversation } from '../room/conversation';
import { Microphone } from './microphone';
import { VoiceRecorder } from './voice-recorder';

/** As browsers have them, with nothing to hear. */
class SilentContext {
  createAnalyser() {
    return { fftSize: 32, getFloatTimeDomainData: (samples: Float32Array) => samples.fill(0.25) };
  }
  createMediaStreamSource() {
    return { connect: () => undefined };
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

class SilentRecorder {
  readonly mimeType = 'audio/webm;codecs=opus';
  ondataavailable?: (event: { data: Blob }) => void;
  onstop?: () => void;
  start(): void {
    this.ondataavailable?.({ data: new Blob(['silence']) });
  }
  stop(): void {
    this.onstop?.();
  }
}

describe('VoiceRecorder', () => {
  let fixture: ComponentFixture<VoiceRecorder>;
  let kept: { roomId: string; file: File | undefined; known: Measures | undefined }[];
  let stopped: number;
  let recorded: number;
  let closed: number;

  const open = async (refusal?: string): Promise<void> => {
    const stream = { getTracks: () => [{ stop: () => (stopped += 1) }] } as unknown as MediaStream;
    const microphone: Partial<Microphone> = {
      isThere: true,
      open: async () => {
        if (refusal) {
          throw new DOMException('', refusal);
        }
        return stream;
      },
      recorder: () => new SilentRecorder() as unknown as MediaRecorder,
    };
    const attachments: Partial<Attachments> = {
      add: async (roomId, [file], known) => {
        kept.push({ roomId, file, known });
        return 0;
      },
    };
    TestBed.configureTestingModule({
      providers: [
        provideKeysAsTexts(),
        { provide: Attachments, useValue: attachments },
        { provide: Conversation, useValue: { roomId: 'tea' } },
        { provide: Microphone, useValue: microphone },
      ],
    });
    fixture = TestBed.createComponent(VoiceRecorder);
    fixture.componentInstance.recorded.subscribe(() => (recorded += 1));
    fixture.componentInstance.closed.subscribe(() => (closed += 1));
    await settle();
  };

  beforeEach(() => {
    [kept, stopped, recorded, closed] = [[], 0, 0, 0];
    Object.assign(globalThis, { AudioContext: SilentContext });
    Object.assign(URL, { createObjectURL: () => 'blob:voice', revokeObjectURL: () => undefined });
  });

  const press = async (name: string): Promise<void> => {
    const host = fixture.nativeElement as HTMLElement;
    host.querySelector<HTMLElement>(`[aria-label="chat.voice.${name}"]`)?.click();
    await settle();
  };
  const text = (): string => (fixture.nativeElement as HTMLElement).textContent;

  it('sends what was said, and lets go of the microphone', async () => {
    await open();
    await press('send');

    expect(kept.map(({ roomId }) => roomId)).toEqual(['tea']);
    expect(kept[0]?.known?.durationMs).toBeGreaterThanOrEqual(0);
    expect(kept[0]?.file?.name).toBe('voice-message.webm');
    expect([recorded, stopped]).toEqual([1, 1]);
  });

  it('lets one listen to it first', async () => {
    await open();
    await press('stop');
    expect((fixture.nativeElement as HTMLElement).querySelector('audio')?.getAttribute('src')).toBe(
      'blob:voice',
    );

    await press('send');

    expect(kept).toHaveLength(1);
  });

  it('throws it away on demand', async () => {
    await open();
    await press('discard');
    fixture.destroy();
    await settle();

    expect([kept.length, closed, stopped]).toEqual([0, 1, 1]);
  });

  it('keeps it in the box of the room when somebody goes elsewhere', async () => {
    await open();
    fixture.destroy();
    await settle();

    expect(kept).toHaveLength(1);
    expect(stopped).toBe(1);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'absent'],
  ])('says what to do about %s', async (refusal, answer) => {
    await open(refusal);

    expect(text()).toContain(`voice.${answer}`);
  });
});
