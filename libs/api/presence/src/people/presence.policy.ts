import type { PresenceChoice, PresenceStatus } from '@parley/contracts';
import type { PresenceChoices } from '@parley/api-users';

/**
 * How somebody is on one server, from what their devices there say and from what they have chosen. What hides more
 * wins; a device at which they are active wins over one at which they are away.
 *
 * @returns null when they have no device there
 */
export function statusHere(
  devices: Iterable<PresenceChoice>,
  { presence, isShown }: PresenceChoices,
): PresenceChoice | null {
  const said = new Set(devices);
  if (said.size === 0) {
    return null;
  }
  if (!isShown || presence === 'invisible' || said.has('invisible')) {
    return 'invisible';
  }
  if (presence === 'dnd' || said.has('dnd')) {
    return 'dnd';
  }
  return presence === 'online' && said.has('online') ? 'online' : 'away';
}

/** How others see somebody who is there in these ways on one or several servers. */
export function statusForOthers(statuses: readonly PresenceChoice[]): PresenceStatus {
  if (statuses.length === 0 || statuses.includes('invisible')) {
    return 'offline';
  }
  return (['dnd', 'online'] as const).find((status) => statuses.includes(status)) ?? 'away';
}
