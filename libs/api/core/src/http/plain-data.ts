import { DomainError } from '../errors/domain-error.js';

/** How deep objects and lists may lie in each other. No DTO comes near it. */
const DEEPEST = 16;
/** What would make of a plain object something else. */
const treacherous: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Refuses what is no plain data, before anything walks through it that trusts it.
 * @throws DomainError `request.invalid`
 */
export function assertPlainData(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (depth > DEEPEST || ArrayBuffer.isView(value)) {
    throw new DomainError('request.invalid', {
      detail: depth > DEEPEST ? `Nothing may lie deeper than ${DEEPEST} levels` : 'Binary is not understood',
    });
  }
  for (const key of Object.keys(value)) {
    if (treacherous.includes(key)) {
      throw new DomainError('request.invalid', { detail: `There is no field ${key}` });
    }
    assertPlainData((value as Record<string, unknown>)[key], depth + 1);
  }
}
