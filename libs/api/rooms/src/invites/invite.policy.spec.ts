import { describe, expect, it } from '@jest/globals';
import { limits } from '@parley/contracts';
import type { RoleOrNone } from '../room.policy.js';
import { assertHasSeat, assertMayInvite, assertUsable } from './invite.policy.js';

const channel = { kind: 'channel', visibility: 'private', archivedAt: null, memberCount: 2 } as const;
const group = { ...channel, kind: 'group' } as const;
const direct = { ...channel, kind: 'direct' } as const;
const open = { ...channel, visibility: 'public' } as const;
const code = (name: string) => expect.objectContaining({ code: name });

describe('the policy of invites', () => {
  it.each([
    [channel, null, 'room.not-found'],
    [open, null, 'room.not-a-member'],
    [open, 'member', 'room.forbidden'],
    [channel, 'member', 'room.forbidden'],
    [direct, 'member', 'room.forbidden'],
    [direct, 'owner', 'room.forbidden'],
  ] as const)('lets nobody invite into %j as %s', (room, role: RoleOrNone, refusal) => {
    expect(() => assertMayInvite(room, role)).toThrow(code(refusal));
  });

  it.each([
    [channel, 'admin'],
    [channel, 'owner'],
    [group, 'member'],
  ] as const)('lets people invite into %j as %s', (room, role) => {
    expect(() => assertMayInvite(room, role)).not.toThrow();
  });

  it('keeps groups small, rooms as large as they want, and archived ones as they are', () => {
    const memberCount = limits.room.groupMembers;

    expect(() => assertHasSeat({ ...group, memberCount })).toThrow(code('room.full'));
    expect(() => assertHasSeat({ ...group, memberCount: memberCount - 1 })).not.toThrow();
    expect(() => assertHasSeat({ ...channel, memberCount })).not.toThrow();
    expect(() => assertHasSeat({ ...channel, archivedAt: new Date() })).toThrow(code('room.archived'));
  });

  it.each([
    ['one that never was', null],
    ['one that is used up', { expiresAt: null, maxUses: 2, uses: 2 }],
    ['one that is over', { expiresAt: new Date(1_000), maxUses: null, uses: 0 }],
  ])('says of %s that it is gone', (_, invite) => {
    expect(() => assertUsable(invite, 1_000)).toThrow(code('invite.gone'));
  });

  it.each([
    { expiresAt: null, maxUses: null, uses: 99 },
    { expiresAt: new Date(1_001), maxUses: 2, uses: 1 },
  ])('takes %j', (invite) => {
    expect(() => assertUsable(invite, 1_000)).not.toThrow();
  });
});
