import { lookup as dnsLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';

/**
 * Keeps requests on public addresses (server-side request forgery): a feed may name any link, and a name may
 * resolve to anything. Checked are the address written in a URL, every address a name resolves to, and the
 * address the socket really reached, once for each connection and so at every hop of a redirect.
 */
export interface Guard {
  /** Why the address written in a URL may not be asked, as a sentence; null for public ones and for names. */
  refusal(url: URL): string | null;
  /** Opens undici's connections under the guard. */
  connect: buildConnector.connector;
}

/** The target is not a public address, and `allowPrivate` does not name it. */
export class BlockedAddress extends Error {
  readonly code = 'BLOCKED_ADDRESS';
}

/** The networks that are not the public internet: RFC 6890 and the IANA special-purpose registries. */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Of IPv6 only 2000::/3 is global unicast; these are its exceptions (6to4, Teredo, documentation …). The
 * translation prefixes (mapped, NAT64) lie outside of it and would reach private IPv4 hosts. */
const GLOBAL_V6 = '2000::/3';
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const special = networks([...SPECIAL_V4, ...SPECIAL_V6]);
const global6 = networks([GLOBAL_V6]);

/** Whether an IPv4 or IPv6 address (without brackets) belongs to a public host. */
export function isPublicAddress(address: string): boolean {
  const v6 = isIP(address) === 6;
  return (v6 ? within(global6, address) : isIP(address) === 4) && !within(special, address);
}

/**
 * @param allowPrivate hosts that may be private or loopback all the same: a name or address (`feeds.lan`, `::1`),
 *   either with a port (`127.0.0.1:8080`, `[::1]:8080`), or a network (`10.1.0.0/16`). Throws on a malformed network.
 */
export function createGuard(allowPrivate: readonly string[]): Guard {
  const hosts = new Set(allowPrivate.filter((entry) => !entry.includes('/')).map(hostKey));
  const nets = networks(allowPrivate.filter((entry) => entry.includes('/')));
  const reachable = (host: string, port: string, address: string): boolean =>
    isPublicAddress(address) ||
    hosts.has(hostKey(host)) ||
    hosts.has(`${hostKey(host)}:${port}`) ||
    within(nets, address);

  const refusal = (url: URL): string | null => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const literal = isIP(host) !== 0;
    return literal && !reachable(host, portOf(url), host) ? blocked(url.host, host) : null;
  };

  const connect: buildConnector.connector = (options, callback) => {
    const host = options.hostname;
    const allowed = (address: string): boolean => reachable(host, portOf(options), address);
    if (isIP(host) !== 0 && !allowed(host)) {
      callback(new BlockedAddress(blocked(host, host)), null);
      return;
    }
    publicConnector(allowed)(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      if (allowed(socket.remoteAddress ?? '')) return callback(null, socket);
      socket.destroy();
      callback(new BlockedAddress(blocked(host, socket.remoteAddress ?? 'no address')), null);
    });
  };
  return { refusal, connect };
}

/** undici's connector with a look-up that gives only allowed addresses, so that no packet reaches the others. */
function publicConnector(allowed: (address: string) => boolean): buildConnector.connector {
  const lookup: LookupFunction = (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '');
      const usable = found.filter((entry) => allowed(entry.address));
      const first = usable[0];
      if (first === undefined)
        return callback(new BlockedAddress(blocked(hostname, found[0]?.address ?? 'no address')), '');
      if (options.all === true) return callback(null, usable);
      callback(null, first.address, first.family);
    });
  };
  // Node gives each address but the last only 250 ms, too little for a host on another continent.
  return buildConnector({ lookup, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 2000 });
}

function blocked(host: string, address: string): string {
  return `${host} leads to ${address}, which is not a public address; list it under allowPrivate if it is yours`;
}

function portOf(target: { protocol: string; port: string }): string {
  return target.port || (target.protocol === 'https:' ? '443' : '80');
}

/** A host with or without port as the URL parser writes it: lower case, IPv6 shortened and in brackets. */
function hostKey(entry: string): string {
  const written = isIP(entry) === 6 ? `[${entry}]` : entry;
  if (!URL.canParse(`http://${written}`))
    throw new Error(`allowPrivate: ${entry} is neither host nor network`);
  return new URL(`http://${written}`).hostname + (/:\d+$/.exec(written)?.[0] ?? '');
}

function within(list: BlockList, address: string): boolean {
  const plain = address.replace(/%.*$/, ''); // an interface's scope, fe80::1%eth0
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

function networks(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address = '', bits = ''] = cidr.split('/');
    const family = isIP(address);
    if (family === 0 || !/^\d{1,3}$/.test(bits))
      throw new Error(`allowPrivate: ${cidr} is no network; write one as 10.1.0.0/16 or fd00::/8`);
    list.addSubnet(address, Number(bits), family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
