import { Component, computed, type ElementRef, input, model, output, signal, viewChild } from '@angular/core';
import { toObservable, outputFromObservable } from '@angular/core/rxjs-interop';
import {
  MatAutocomplete,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
  MatOption,
} from '@angular/material/autocomplete';
import { MatChipGrid, MatChipInput, MatChipRemove, MatChipRow } from '@angular/material/chips';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiClose } from '@mdi/js';
import type { User } from '@parley/contracts';
import { debounceTime, distinctUntilChanged } from 'rxjs';
import { Avatar } from '../avatar/avatar';
import { Icon } from '../icon/icon';

const TYPING_PAUSE_MS = 200;

/**
 * Chooses people: type a part of a name, arrows and Enter choose, Backspace takes the last one back.
 * It searches nothing itself: it tells what is searched for, and is given what was found.
 */
@Component({
  selector: 'parley-people-picker',
  imports: [
    Avatar,
    Icon,
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatChipGrid,
    MatChipInput,
    MatChipRemove,
    MatChipRow,
    MatFormField,
    MatHint,
    MatLabel,
    MatOption,
    TranslocoDirective,
  ],
  templateUrl: './people-picker.html',
  styleUrl: './people-picker.css',
})
export class PeoplePicker {
  readonly label = input.required<string>();
  /** What the search has found, in order. */
  readonly found = input<readonly User[]>([]);
  /** Whether the answer to the last query is not there yet. */
  readonly isSearching = input(false);
  /** Who cannot be chosen: oneself, or who is in the room already. */
  readonly except = input<readonly string[]>([]);
  readonly max = input(Infinity);
  readonly chosen = model<readonly User[]>([]);
  /** Enter was pressed with nothing typed and somebody chosen. */
  readonly done = output();

  protected readonly text = signal('');
  /** What to search for: when typing pauses, and the empty text at the start. */
  readonly query = outputFromObservable(
    toObservable(this.text).pipe(debounceTime(TYPING_PAUSE_MS), distinctUntilChanged()),
  );

  protected readonly close = mdiClose;
  protected readonly isFull = computed(() => this.chosen().length >= this.max());
  protected readonly offered = computed(() => {
    const taken = new Set([...this.except(), ...this.chosen().map(({ id }) => id)]);
    return this.isFull() ? [] : this.found().filter(({ id }) => !taken.has(id));
  });

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    const user = this.found().find(({ id }) => id === option.value);
    if (user) {
      this.chosen.update((chosen) => [...chosen, user]);
    }
    this.box().nativeElement.value = '';
    this.text.set('');
  }

  protected remove(user: User): void {
    this.chosen.update((chosen) => chosen.filter(({ id }) => id !== user.id));
  }

  protected finish(isListOpen: boolean): void {
    if (!isListOpen && this.text() === '' && this.chosen().length > 0) {
      this.done.emit();
    }
  }

  focus(): void {
    this.box().nativeElement.focus();
  }
}
