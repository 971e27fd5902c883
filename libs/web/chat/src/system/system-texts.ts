import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Message, SystemNote } from '@parley/contracts';
import { Authors } from '@parley/web-core';

/** What the history tells of a room, in words. */
@Service()
export class SystemTexts {
  private readonly authors = inject(Authors);
  private readonly transloco = inject(TranslocoService);

  /** @param messages one, or several of the same kind, which are told together; a signal read */
  of(messages: readonly Message[]): string {
    const system = messages[0]?.system;
    if (!system) {
      return this.translate('deleted');
    }
    const who = this.names([...new Set(messages.map((message) => message.authorId))]);
    const whom = this.names(system.userIds ?? []);
    return this.translate(keyOf(system), { who, whom, text: system.text ?? '', count: system.seconds ?? 0 });
  }

  /** One name, two names, or one name and how many others. */
  private names(ids: readonly string[]): string {
    const [first = '', second = ''] = ids.map((id) => this.authors.get(id)?.displayName ?? '…');
    if (ids.length < 2) {
      return first;
    }
    return ids.length === 2
      ? this.translate('two', { first, second })
      : this.translate('many', { first, count: ids.length - 1 });
  }

  private translate(key: string, parameters: Record<string, string | number> = {}): string {
    return this.transloco.translate(`chat.system.${key}`, parameters);
  }
}

function keyOf({ kind, role, visibility, posting, text, seconds }: SystemNote): string {
  if (kind === 'topic-changed' && !text) {
    return 'topic-removed';
  }
  if (kind === 'slow-mode-changed' && !seconds) {
    return 'slow-mode-ended';
  }
  return [kind, role ?? visibility ?? posting].filter(Boolean).join('-');
}
