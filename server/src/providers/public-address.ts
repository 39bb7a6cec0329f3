import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's public web server (IANA special-purpose registries). */
const PRIVATE_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Local and reserved networks, and those that wrap an IPv4 address (6to4, Teredo, NAT64). Node reads ::ffff:0:0/96 as IPv4. */
const PRIVATE_V6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** Where clouds keep the credentials of the machine: never a provider, whatever a site allows. */
const METADATA_V4 = ['169.254.0.0/16', '100.100.100.200/32', '168.63.129.16/32'];
const METADATA_V6 = ['fe80::/10', 'fd00:ec2::254/128'];

const blockList = (v4: string[], v6: string[]): BlockList => {
  const list = new BlockList();
  const add = (family: 'ipv4' | 'ipv6') => (cidr: string) => {
    const [network = '', bits] = cidr.split('/');
    list.addSubnet(network, Number(bits), family);
  };
  v4.forEach(add('ipv4'));
  v6.forEach(add('ipv6'));
  return list;
};

const metadata = blockList(METADATA_V4, METADATA_V6);
const nonPublic = blockList([...PRIVATE_V4, ...METADATA_V4], [...PRIVATE_V6, ...METADATA_V6]);

const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** A public address of the internet. False for private, loopback, link-local and reserved ones, and for no address. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) !== 0 && !isIn(nonPublic, address);

/** The link-local and cloud metadata addresses, refused even where private addresses are allowed. */
export const isMetadataAddress = (address: string): boolean =>
  isIP(address) !== 0 && isIn(metadata, address);
