/** `heroImageURL`, `hero_image_url` and `HeroImageUrl` are the words hero, image, url. Accents are dropped. */
export const tokensOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');

export const hasToken = (tokens: string[], words: ReadonlySet<string>): boolean =>
  tokens.some((token) => words.has(token));

/** A word list written as one string, so that it stays readable. */
export const wordSet = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''));
