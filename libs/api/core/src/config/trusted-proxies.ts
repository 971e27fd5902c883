import { isIP } from 'node:net';
import { ValidateBy } from 'class-validator';

/** A number of proxies in a row, or addresses, networks and the names that Fastify knows for them. */
export type TrustedProxies = number | string[];

const networkNames = ['loopback', 'linklocal', 'uniquelocal'];

/** `1` is a number of proxies, `10.0.0.0/8, loopback` is a list. */
export function toTrustedProxies(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  return /^\d+$/.test(value) ? Number(value) : value.split(',').map((address) => address.trim());
}

export function IsTrustedProxies(): PropertyDecorator {
  return ValidateBy({
    name: 'isTrustedProxies',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'number' || (Array.isArray(value) && value.every((item) => isNetwork(item))),
      defaultMessage: () => 'must be a number of proxies, or their addresses separated by commas',
    },
  });
}

function isNetwork(value: unknown): boolean {
  if (typeof value !== 'string') {
    return false;
  }
  const [address = '', length = '0', ...rest] = value.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const isAddress = isIP(address) > 0 && /^\d+$/.test(length) && Number(length) <= bits && rest.length === 0;
  return isAddress || networkNames.includes(value);
}
