import { Injectable } from '@nestjs/common';
import type { PresenceChoices } from '@parley/api-users';
import type { PresenceChoice } from '@parley/contracts';
import { statusHere } from './presence.policy.js';

/** How somebody is on this server, or was when they were there last. */
export interface Standing {
  /** Null when they have no device here. */
  status: PresenceChoice | null;
  /** In milliseconds since 1970. */
  activeAt: number;
}

interface PersonHere {
  /** What each socket says of the person who holds it. */
  devices: Map<string, PresenceChoice>;
  choices: PresenceChoices;
  activeAt: number;
}

/** Until it is known what somebody has chosen, nobody sees them. */
const UNKNOWN: PresenceChoices = { presence: 'invisible', isShown: false };

/** Who is connected to this server. */
@Injectable()
export class PeopleHere {
  private readonly people = new Map<string, PersonHere>();

  get ids(): string[] {
    return [...this.people.keys()];
  }

  /** The sockets of a person. */
  devicesOf(userId: string): string[] {
    return [...(this.people.get(userId)?.devices.keys() ?? [])];
  }

  /** @returns whether they had no device here before, so that their choices are to be asked for */
  arrive(userId: string, socketId: string): boolean {
    const known = this.people.get(userId);
    const person = known ?? { devices: new Map(), choices: UNKNOWN, activeAt: 0 };
    person.devices.set(socketId, 'online');
    person.activeAt = Date.now();
    this.people.set(userId, person);
    return !known;
  }

  say(userId: string, socketId: string, status: PresenceChoice): void {
    const person = this.people.get(userId);
    if (person?.devices.has(socketId)) {
      person.devices.set(socketId, status);
      person.activeAt = Date.now();
    }
  }

  choose(userId: string, choices: PresenceChoices): void {
    const person = this.people.get(userId);
    if (person) {
      person.choices = choices;
    }
  }

  leave(userId: string, socketId: string): void {
    const person = this.people.get(userId);
    person?.devices.delete(socketId);
    if (person?.devices.size === 0) {
      this.people.delete(userId);
    }
  }

  /** Whether others may know when they were there; of who is not here it is not decided here. */
  maySee(userId: string): boolean {
    const person = this.people.get(userId);
    return !person || person.choices === UNKNOWN || person.choices.isShown;
  }

  standing(userId: string): Standing {
    const person = this.people.get(userId);
    return {
      status: person ? statusHere(person.devices.values(), person.choices) : null,
      activeAt: person?.activeAt ?? Date.now(),
    };
  }
}
