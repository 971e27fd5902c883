import { Component, computed, input } from '@angular/core';

/** Grey lines in the shape of a list that is on its way. Announced once, not line by line. */
@Component({
  selector: 'parley-skeleton',
  template: `
    @for (row of rows(); track $index) {
      <div class="row">
        <span class="circle"></span>
        <span class="lines">
          <span class="line" [style.inline-size.%]="row"></span>
          <span class="line thin" [style.inline-size.%]="100 - row / 2"></span>
        </span>
      </div>
    }
  `,
  styleUrl: './skeleton.css',
  host: { role: 'status', '[attr.aria-label]': 'label()' },
})
export class Skeleton {
  /** What is loading, for who does not see it. */
  readonly label = input.required<string>();
  readonly count = input(6);

  protected readonly rows = computed(() =>
    Array.from({ length: this.count() }, (_, row) => 35 + ((row * 17) % 30)),
  );
}
