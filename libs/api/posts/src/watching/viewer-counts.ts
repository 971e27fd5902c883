import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { channelOf, Pace, type RealtimeServer } from '@parley/api-core';

/** Milliseconds between two times that those who look at a post hear how many they are. */
const TOLD_EVERY = 1_000;

/** How many people look at a post, on all servers. Nothing of it is stored. */
@Injectable()
export class ViewerCounts implements OnApplicationShutdown {
  private server: RealtimeServer | undefined;
  private readonly paces = new Map<string, Pace>();

  /** Called once, by the gateway. */
  attach(server: RealtimeServer): void {
    this.server = server;
  }

  /** People, not devices. */
  async of(postId: string): Promise<number> {
    const sockets = (await this.server?.in(channelOf.post(postId)).fetchSockets()) ?? [];
    return new Set(sockets.map(({ data }) => data.actor.userId)).size;
  }

  /** Somebody came or went. */
  moved(postId: string): void {
    const pace = this.paces.get(postId) ?? new Pace(TOLD_EVERY, () => void this.tell(postId));
    this.paces.set(postId, pace);
    pace.want();
  }

  onApplicationShutdown(): void {
    this.paces.forEach((pace) => pace.stop());
  }

  private async tell(postId: string): Promise<void> {
    // Without the count of a server that does not answer, the next one who comes or goes brings the next count.
    const viewers = await this.of(postId).catch(() => 0);
    if (viewers > 0) {
      this.server?.volatile.to(channelOf.post(postId)).emit('post:viewers', { postId, viewers });
    } else {
      this.paces.delete(postId);
    }
  }
}
