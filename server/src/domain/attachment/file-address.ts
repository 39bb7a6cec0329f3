import type { MediaFile } from '../article/media-file';

const withoutQuery = (address: string): string => address.split('?')[0] ?? address;

const pathOf = (address: string): string =>
  withoutQuery(address).replace(/^[a-z][\w+.-]*:\/\/[^/]+|^\/\/[^/]+/i, '');

const stemOf = (address: string): string =>
  (pathOf(address).split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');

/** Sizes Strapi derives from a file carry its hash behind the name of the size. */
const sizePrefixes = (file: MediaFile): string[] => [
  '',
  ...['thumbnail', 'small', 'medium', 'large', ...Object.keys(file.formats ?? {})].map(
    (name) => `${name}_`,
  ),
];

/**
 * True when an address in a body points at this file: by id (`#12`), by the hash in the file name, or by the same path
 * on any host, relative or absolute.
 */
export const isAddressOf = (file: MediaFile, address: string): boolean => {
  if (address === '') return false;
  if (address.startsWith('#')) return address === `#${file.id}`;
  const stem = stemOf(address);
  if (file.hash !== '' && sizePrefixes(file).some((prefix) => stem === prefix + file.hash)) {
    return true;
  }
  const path = pathOf(file.url);
  return path.length > 1 && pathOf(address).endsWith(path);
};

/** The address a body should carry: a path of this server is made absolute when a prefix is given. */
export const bodyAddress = (file: MediaFile, urlPrefix: string | null): string =>
  urlPrefix && file.url.startsWith('/') && !file.url.startsWith('//')
    ? urlPrefix.replace(/\/+$/, '') + file.url
    : file.url;
