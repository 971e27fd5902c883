import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { codePoints } from '@parley/contracts/constants';
import { Locale } from '@parley/web-core';
import { TextBox } from '../text/text-box';

/** Other words for something that is published already. */
@Component({
  selector: 'parley-text-editor',
  imports: [MatButton, TextBox, TranslocoDirective],
  template: `
    <form *transloco="let t; prefix: 'feed.editor'" (submit)="$event.preventDefault(); save()">
      <parley-text-box
        [(text)]="text"
        [label]="t('label')"
        (submitted)="save()"
        (cancelled)="cancelled.emit()"
      />
      <div class="end">
        <span class="left" [class.over]="left() < 0" [title]="t('left')">{{ locale.number(left()) }}</span>
        <button matButton type="button" (click)="cancelled.emit()">{{ t('cancel') }}</button>
        <button matButton="filled" type="submit" [disabled]="!isReady()">{{ t('save') }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      margin-block: 4px 8px;
      border: 1px solid var(--parley-accent);
      border-radius: 14px;
    }
    .end {
      display: flex;
      align-items: center;
      justify-content: flex-end;
      gap: 8px;
      padding: 6px 8px;
    }
    .left {
      margin-inline-end: auto;
      padding-inline-start: 8px;
      color: var(--parley-text-soft);
      font-size: 0.8125rem;
      font-variant-numeric: tabular-nums;
    }
    .left.over {
      color: var(--parley-danger);
    }
  `,
})
export class TextEditor {
  private readonly box = viewChild(TextBox);
  protected readonly locale = inject(Locale);

  readonly body = input.required<string>();
  /** In code points. */
  readonly limit = input.required<number>();
  readonly saved = output<string>();
  readonly cancelled = output();

  protected readonly text = linkedSignal(() => this.body());
  protected readonly left = computed(() => this.limit() - codePoints(this.text()));
  protected readonly isReady = computed(() => this.text().trim() !== '' && this.left() >= 0);

  constructor() {
    afterNextRender(() => this.box()?.focus());
  }

  protected save(): void {
    if (this.text() === this.body()) {
      this.cancelled.emit();
    } else if (this.isReady()) {
      this.saved.emit(this.text());
    }
  }
}
