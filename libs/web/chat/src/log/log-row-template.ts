import { Directive, inject, input, TemplateRef } from '@angular/core';
import type { LogRow } from './row-offsets';

/** `<ng-template [parleyLogRow]="rows()" let-row>`: how one row looks. The input gives `row` its type. */
@Directive({ selector: 'ng-template[parleyLogRow]' })
export class LogRowTemplate<Row extends LogRow> {
  readonly rows = input.required<readonly Row[]>({ alias: 'parleyLogRow' });

  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row extends LogRow>(
    _directive: LogRowTemplate<Row>,
    context: unknown,
  ): context is { $implicit: Row } {
    return typeof context === 'object';
  }
}
