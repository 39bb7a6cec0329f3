import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { ArticleImagesError } from '../domain/errors';
import { isMetadataAddress, isPublicAddress } from './public-address';

const CONNECT_MS = 5_000;

type AddressRule = (address: string) => boolean;

const isAnyButMetadata: AddressRule = (address) => !isMetadataAddress(address);

/** An address must never be repaired or tried again: whoever sent it made it so. */
const refusedAddress = (what: string): ArticleImagesError =>
  new ArticleImagesError(
    'bad_output',
    `The image service pointed to ${what}, which this server must not call.`,
    { isRetryable: false },
  );

/**
 * Name resolution that fails when any answer breaks the rule. It runs for every connection, so a name that
 * answers differently the second time gains nothing.
 */
const guardedLookup =
  (isAllowed: AddressRule): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error(`no address for ${hostname}`), '', 0);
      if (!addresses.every(({ address }) => isAllowed(address))) {
        return callback(refusedAddress('an address inside a private network'), '', 0);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };

const createAgent = (isAllowed: AddressRule, timeouts: Agent.Options): Agent =>
  new Agent({ ...timeouts, connect: { timeout: CONNECT_MS, lookup: guardedLookup(isAllowed) } });

const assertAllowedHost = (url: URL, isAllowed: AddressRule): void => {
  // Sockets never look a literal address up, so it has to be checked here.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host)) throw refusedAddress(`the address ${host}`);
};

export type Guard = {
  /** For calls to the configured address, which may take minutes to answer. */
  trusted: Agent;
  /** Checks an address a remote party sent; returns the agent that may dial it, or throws `bad_output`. */
  admit: (url: URL) => Agent;
};

/**
 * Who may be called. The origin of `trustedUrl` was written by the site owner and may be private and plain http;
 * every other address comes from a remote party: https and public only, unless the owner allows private ones.
 * The metadata addresses of clouds are refused always.
 */
export const createGuard = ({
  trustedUrl,
  allowPrivateAddresses,
}: {
  trustedUrl: string;
  allowPrivateAddresses: boolean;
}): Guard => {
  // Answers of image models take minutes: the caller's deadline counts there, not the agent's.
  const trusted = createAgent(isAnyButMetadata, { headersTimeout: 0, bodyTimeout: 0 });
  const quick = { headersTimeout: 15_000, bodyTimeout: 10_000 };
  const trustedFiles = createAgent(isAnyButMetadata, quick);
  const publicFiles = createAgent(isPublicAddress, quick);
  const trustedOrigin = URL.canParse(trustedUrl) ? new URL(trustedUrl).origin : '';

  const admit = (url: URL): Agent => {
    if (url.username || url.password) throw refusedAddress('an address with a password in it');
    const isTrusted = url.origin === trustedOrigin || allowPrivateAddresses;
    const isWeb = url.protocol === 'https:' || (isTrusted && url.protocol === 'http:');
    if (!isWeb) throw refusedAddress(`a ${url.protocol.replace(':', '')} address`);
    assertAllowedHost(url, isTrusted ? isAnyButMetadata : isPublicAddress);
    return isTrusted ? trustedFiles : publicFiles;
  };
  return { trusted, admit };
};
