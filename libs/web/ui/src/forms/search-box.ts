import { Component, type ElementRef, input, model, output, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { Icon } from '../icon/icon';

/** More than anybody looks for, and less than any search refuses. */
const LONGEST = 300;

/** Where one types what one looks for. Escape and a button empty it; keys that mean nothing to it bubble. */
@Component({
  selector: 'parley-search-box',
  imports: [Icon, MatIconButton],
  template: `
    <parley-icon [path]="icons.search" />
    <input
      #box
      type="text"
      role="searchbox"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      [maxLength]="longest"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="text()"
      (input)="text.set(box.value)"
      (keydown.enter)="entered.emit()"
      (keydown.escape)="leave($event)"
    />
    @if (text()) {
      <button matIconButton type="button" [attr.aria-label]="clearLabel()" (click)="clear()">
        <parley-icon [path]="icons.clear" />
      </button>
    }
  `,
  styles: `
    :host {
      --parley-icon-size: 20px;
      display: flex;
      align-items: center;
      gap: 8px;
      min-inline-size: 0;
      block-size: 40px;
      padding-inline-start: 12px;
      border: 1px solid transparent;
      border-radius: 12px;
      background: var(--parley-surface-sunken);
      color: var(--parley-text-soft);
    }

    :host(:focus-within) {
      border-color: var(--parley-accent);
      background: var(--parley-surface);
    }

    input {
      flex: 1;
      min-inline-size: 0;
      block-size: 100%;
      padding: 0;
      border: 0;
      outline: none;
      background: none;
      color: var(--parley-text);
      font: inherit;
      text-overflow: ellipsis;
    }

    input::placeholder {
      color: var(--parley-text-soft);
      opacity: 1;
    }

    button {
      --mat-icon-button-state-layer-size: 36px;
      padding: 8px;
    }
  `,
})
export class SearchBox {
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly text = model('');
  /** What is looked for, for those who see the box and for those who hear it. */
  readonly label = input.required<string>();
  readonly clearLabel = input.required<string>();
  readonly entered = output();

  protected readonly icons = { clear: mdiClose, search: mdiMagnify };
  protected readonly longest = LONGEST;

  focus(): void {
    this.box().nativeElement.focus();
  }

  hasFocus(): boolean {
    return document.activeElement === this.box().nativeElement;
  }

  protected clear(): void {
    this.text.set('');
    this.focus();
  }

  /** An empty box leaves the key to what it is in, which may close. */
  protected leave(event: Event): void {
    if (this.text() !== '') {
      event.stopPropagation();
      this.text.set('');
    }
  }
}
