/** Leaves room for the id and the extension in the 255 characters of the column. */
const MAX_WORDS_LENGTH = 60;

const cutAtWord = (words: string): string => {
  const points = [...words];
  if (points.length <= MAX_WORDS_LENGTH) return words;
  const cut = points.slice(0, MAX_WORDS_LENGTH).join('');
  const lastWord = cut.lastIndexOf('-');
  // Scripts without spaces have no word to cut at.
  return lastWord > MAX_WORDS_LENGTH / 2 ? cut.slice(0, lastWord) : cut;
};

/** The part of the name that finds the file of one image again; a dot, because words and ids have none. */
export const mediaFileSuffix = ({ imageId, extension }: { imageId: string; extension: string }) =>
  `.${imageId}.${extension.replace(/^\./, '')}`;

/**
 * `a-fox-asleep-in-the-snow.<image id>.webp`: readable in the Media Library in any script, and unique, so that an
 * upload repeated after a crash finds the file of the first one.
 */
export const mediaFileName = (image: {
  imageId: string;
  alternativeText: string;
  extension: string;
}): string => {
  const words = image.alternativeText
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${cutAtWord(words) || 'image'}${mediaFileSuffix(image)}`;
};
