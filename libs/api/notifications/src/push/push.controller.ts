import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { DeliveryList, PushKey, SubscribePush, UnsubscribePush } from '@parley/contracts';
import { PushService } from './push.service.js';
import { VapidKeys } from './vapid-keys.js';

@Controller('notifications')
export class PushController {
  constructor(
    private readonly push: PushService,
    private readonly keys: VapidKeys,
  ) {}

  /** The key with which a browser subscribes. */
  @Get('push/key')
  key(): PushKey {
    return { publicKey: this.keys.publicKey };
  }

  /** Wakes this browser when something happens and nobody has seen it. It ends with the session. */
  @Post('push/subscriptions')
  subscribe(@Body() wish: SubscribePush, @CurrentActor() actor: Actor): Promise<void> {
    return this.push.subscribe(wish, actor);
  }

  /** Leaves a browser in peace. */
  @Delete('push/subscriptions')
  @HttpCode(HttpStatus.NO_CONTENT)
  unsubscribe(@Body() { endpoint }: UnsubscribePush, @CurrentActor() actor: Actor): Promise<void> {
    return this.push.unsubscribe(endpoint, actor);
  }

  /** Wakes all browsers of the person, to see whether it works. */
  @Post('push/test')
  @HttpCode(HttpStatus.ACCEPTED)
  test(@CurrentActor() actor: Actor): Promise<void> {
    return this.push.test(actor);
  }

  /** Why something did or did not arrive, the newest first; at most 100. */
  @Get('deliveries')
  deliveries(@CurrentActor() actor: Actor): Promise<DeliveryList> {
    return this.push.recentDeliveries(actor);
  }
}
