import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { isMetadataAddress } from '../public-address';

export type OpenAiSettings = {
  /** Null where a server of one's own wants none. */
  apiKey: string | null;
  baseUrl: string;
  /** Name for people, as it stands inside a sentence. */
  service: string;
  host: string;
  /** Another server that speaks the same API. */
  isCompatible: boolean;
  /** What a person has to set before this provider can work; null when nothing is missing. */
  missing: string | null;
};

export const OPENAI_URL = 'https://api.openai.com/v1';

const KEY_SETTING = 'providers.openai.apiKey (environment: OPENAI_API_KEY)';

/** What OpenAI's own address means without its version. */
const normaliseUrl = (text: string): string => {
  const url = text.trim().replace(/\/+$/, '');
  return url === '' || url === new URL(OPENAI_URL).origin ? OPENAI_URL : url;
};

const findMissing = (apiKey: string, baseUrl: string): string | null => {
  if (!URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol)) {
    return 'providers.openai.baseUrl is not a web address like https://api.openai.com/v1';
  }
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isMetadataAddress(host)) {
    return 'providers.openai.baseUrl points to a link-local address, which is never called';
  }
  if (apiKey === '' && baseUrl === OPENAI_URL) return KEY_SETTING;
  if (!/^[\x21-\x7e]*$/.test(apiKey)) {
    return 'providers.openai.apiKey holds a space or a character that no key has: copy it again';
  }
  return null;
};

/** Reads the settings once, at start. Wrong ones do not throw: the provider then says what is missing. */
export const readSettings = (given: { apiKey?: string; baseUrl?: string }): OpenAiSettings => {
  const apiKey = (given.apiKey ?? '').trim();
  const baseUrl = normaliseUrl(given.baseUrl ?? '');
  const missing = findMissing(apiKey, baseUrl);
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).host : '';
  const isCompatible = host !== new URL(OPENAI_URL).host;
  return {
    apiKey: apiKey || null,
    baseUrl,
    service: isCompatible ? `the image server${host && ` at ${host}`}` : 'OpenAI',
    host,
    isCompatible,
    missing,
  };
};

/** Begins a sentence with a service's name, which may be words of ours. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A stable name of the account behind a key. A short hash: nobody gets the key back from it. */
export const accountName = ({ apiKey, baseUrl }: OpenAiSettings): string =>
  `openai-${createHash('sha256')
    .update(`${baseUrl}\n${apiKey ?? ''}`)
    .digest('hex')
    .slice(0, 12)}`;
