/** Where a request comes from, as far as limits and lists of sessions tell. */
export interface Network {
  /**
   * What one household or office has: an IPv4 address, or the first 56 bits of an IPv6 address. Whoever has one IPv6
   * address has all those that begin like it.
   */
  readonly site: string;
  /** What one organisation or customer has at the most: the first 48 bits of an IPv6 address; `null` for IPv4. */
  readonly range: string | null;
  /** For people to read after "from", too coarse to find anybody by: "192.0.2.x". */
  readonly words: string;
}

const unknown: Network = { site: 'unknown', range: null, words: 'an unknown network' };
const thisMachine = 'this computer';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const version4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** @param address an IP address as the shell writes it; anything else counts as one network that all share */
export function networkOf(address: string | undefined): Network {
  const text = address?.trim() ?? '';
  if (version4.test(text)) return ofVersion4(text);
  const groups = groupsOf(text);
  return groups === null ? unknown : ofVersion6(groups);
}

function ofVersion4(address: string): Network {
  const words = address.startsWith('127.') ? thisMachine : address.replace(/\.\d+$/, '.x');
  return { site: address, range: null, words };
}

function ofVersion6(groups: readonly number[]): Network {
  // An IPv4 address in IPv6 notation (RFC 4291 §2.5.5.2): ::ffff:192.0.2.1.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return ofVersion4([high >> 8, high & 0xff, low >> 8, low & 0xff].join('.'));
  }
  const hex = groups.map((group) => group.toString(16).padStart(4, '0'));
  const range = hex.slice(0, 3).join(':');
  const isLoopback = groups.every((group, index) => group === (index === 7 ? 1 : 0));
  const readable = groups.slice(0, 3).map((group) => group.toString(16));
  return {
    site: `${range}:${hex[3]?.slice(0, 2)}`,
    range,
    words: isLoopback ? thisMachine : `${readable.join(':')}:…`,
  };
}

/** The eight groups of an IPv6 address, written in whatever way (RFC 4291 §2.2); `null` for anything else. */
function groupsOf(address: string): number[] | null {
  // The zone of an address of the local link (RFC 4007 §11) says nothing of the network.
  const bare = address.replace(/%[\w.-]+$/, '');
  const url = `http://[${bare}]`;
  if (!/^[\da-f:.]+$/i.test(bare) || !URL.canParse(url)) return null;
  const [before = '', after] = new URL(url).hostname.slice(1, -1).split('::');
  const parse = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  if (after === undefined) return parse(before);
  const [start, end] = [parse(before), parse(after)];
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
}
