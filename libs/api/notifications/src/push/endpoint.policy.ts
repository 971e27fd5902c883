import { BlockList, isIP } from 'node:net';
import { DomainError } from '@parley/api-core';

/** What is not reached from the internet: a server must not be talked into asking its neighbours. */
const inner = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(network, bits, 'ipv4');
}
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
/** Parts of what is public by which addresses of IPv4 are reached, and what is for books. */
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  inner.addSubnet(network, bits, 'ipv6');
}

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !inner.check(address, 'ipv4');
    case 6:
      return outer.check(address, 'ipv6') && !inner.check(address, 'ipv6');
    default:
      return false;
  }
}

/** By its look; what its name leads to is asked when something is sent. @throws DomainError `request.invalid` */
export function assertPublicEndpoint(endpoint: string): void {
  const { protocol, hostname, username, port } = new URL(endpoint);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isReachable = isIP(host)
    ? isPublicAddress(host)
    : /\.[a-z]/i.test(host) && !/\.(local|internal|localhost)$/i.test(host);
  if (protocol !== 'https:' || username || port || !isReachable) {
    const detail = 'must be a public https:// address';
    throw new DomainError('request.invalid', { errors: [{ pointer: '/endpoint', detail }] });
  }
}
