export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'avif';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

const startsWith = (bytes: Buffer, magic: Buffer): boolean =>
  bytes.subarray(0, magic.length).equals(magic);

const isWebp = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

/** AVIF names itself among the brands of its first box; HEIC, which nothing here can decode, does not. */
const isAvif = (bytes: Buffer): boolean => {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const boxEnd = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  for (let at = 8; at + 4 <= boxEnd; at += 4) {
    if (bytes.toString('latin1', at, at + 4) === 'avif') return true;
  }
  return false;
};

/**
 * The picture format by its first bytes, never by what a header or a file name says. Null for everything else:
 * only these four decoders are ever reached, which keeps SVG, TIFF and GIF readers away from foreign bytes.
 */
export const sniffFormat = (bytes: Buffer): PictureFormat | null => {
  if (startsWith(bytes, PNG)) return 'png';
  if (startsWith(bytes, JPEG)) return 'jpeg';
  if (isWebp(bytes)) return 'webp';
  return isAvif(bytes) ? 'avif' : null;
};
