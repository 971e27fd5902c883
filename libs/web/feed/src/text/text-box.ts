import { Component, computed, type ElementRef, inject, input, model, output, viewChild } from '@angular/core';
import { Avatar } from '@parley/web-ui';
import { highlightsOf } from './highlights';
import { MentionSuggestions } from './mention-suggestions';

let count = 0;

/** A box for words that others will read: it grows, marks people and subjects, and completes names. */
@Component({
  selector: 'parley-text-box',
  imports: [Avatar],
  providers: [MentionSuggestions],
  templateUrl: './text-box.html',
  styleUrl: './text-box.css',
})
export class TextBox {
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');
  protected readonly mentions = inject(MentionSuggestions);

  readonly text = model.required<string>();
  readonly label = input.required<string>();
  readonly rows = input(2);
  /** Ctrl or ⌘ with Enter. */
  readonly submitted = output();
  readonly cancelled = output();
  /** The person has written something. */
  readonly typed = output();

  protected readonly listId = `text-box-people-${count++}`;
  protected readonly pieces = computed(() => highlightsOf(this.text()));
  protected readonly isOpen = computed(() => this.mentions.people().length > 0);
  protected readonly activeId = computed(() => `${this.listId}-${this.mentions.active()}`);

  focus(): void {
    const box = this.box().nativeElement;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }

  /** Puts something where the caret is. */
  insert(words: string): void {
    const { value, selectionStart, selectionEnd } = this.box().nativeElement;
    const before = value.slice(0, selectionStart) + words;
    this.put(before + value.slice(selectionEnd), before.length);
  }

  protected type(event: Event): void {
    const { value, selectionEnd } = event.target as HTMLTextAreaElement;
    this.text.set(value);
    this.mentions.look(value, selectionEnd);
    this.typed.emit();
  }

  protected press(event: KeyboardEvent): void {
    // While a word is being composed from several keys, Enter belongs to that.
    if (event.isComposing) {
      return;
    }
    if (this.isOpen() && this.pressInList(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.submitted.emit();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.cancelled.emit();
    }
  }

  protected choose(index?: number): void {
    const { value, selectionEnd } = this.box().nativeElement;
    const chosen = this.mentions.choose(value, selectionEnd, index);
    if (chosen) {
      this.put(chosen.text, chosen.caret);
    }
  }

  /** @returns whether the key belongs to the list of people */
  private pressInList({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey) {
      return false;
    }
    switch (key) {
      case 'ArrowDown':
        this.mentions.move(1);
        return true;
      case 'ArrowUp':
        this.mentions.move(-1);
        return true;
      case 'Enter':
      case 'Tab':
        this.choose();
        return true;
      case 'Escape':
        this.mentions.close();
        return true;
      default:
        return false;
    }
  }

  private put(text: string, caret: number): void {
    const box = this.box().nativeElement;
    this.text.set(text);
    box.value = text;
    box.focus();
    box.setSelectionRange(caret, caret);
    this.typed.emit();
  }
}
