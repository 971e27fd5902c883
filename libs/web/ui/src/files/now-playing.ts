import { Service } from '@angular/core';

/** One recording is heard at a time. */
@Service()
export class NowPlaying {
  private current?: HTMLMediaElement;

  start(player: HTMLMediaElement): void {
    if (this.current !== player) {
      this.current?.pause();
      this.current = player;
    }
  }

  /** It is no longer on the page. */
  forget(player: HTMLMediaElement): void {
    if (this.current === player) {
      this.current = undefined;
    }
  }
}
