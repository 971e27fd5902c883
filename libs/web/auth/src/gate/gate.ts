import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** What surrounds the pages before one is signed in. */
@Component({
  selector: 'parley-gate',
  imports: [RouterOutlet],
  template: `
    <main>
      <p class="brand">
        <img src="favicon.svg" alt="" width="40" height="40" />
        Parley
      </p>
      <div class="card"><router-outlet /></div>
    </main>
  `,
  styleUrl: './gate.css',
})
export class Gate {}
