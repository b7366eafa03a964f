import { BlockList, isIP } from 'node:net';

/** Addresses that belong to a machine, a home or an office, not to the internet (RFC 6890). */
const privateRanges = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address (also an IPv4 one written as IPv6) is private; false for a name. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 0) return false;
  if (version === 4) return privateRanges.check(bare, 'ipv4');
  const mapped = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const inside = /^::(?:ffff:)?([\da-f]{1,4}):([\da-f]{1,4})$/.exec(mapped);
  if (!inside) return privateRanges.check(bare, 'ipv6');
  const [high, low] = [
    Number.parseInt(inside[1] ?? '0', 16),
    Number.parseInt(inside[2] ?? '0', 16),
  ];
  return privateRanges.check(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`, 'ipv4');
}
