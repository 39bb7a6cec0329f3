import { describe, expect, it } from 'vitest';
import { mediaFile } from '../../../../test/fixtures/articles/media-file';
import { bodyAddress, isAddressOf } from './file-address';

const file = mediaFile(7, { formats: { xlarge: {} } });
const hash = file.hash;

describe('an address', () => {
  it.each([
    `/uploads/${hash}.webp`,
    `https://cms.example.org/uploads/${hash}.webp?v=1`,
    `//cdn.example.org/x/${hash}.webp`,
    `/uploads/large_${hash}.webp`,
    `/uploads/xlarge_${hash}.jpg`,
    `https://res.cloudinary.com/demo/image/upload/f_auto/${hash}.avif`,
    '#7',
  ])('%s points at the file', (address) => expect(isAddressOf(file, address)).toBe(true));

  it.each([
    '',
    '#77',
    '#',
    `/uploads/my_${hash}.webp`,
    `/uploads/${hash}x.webp`,
    '/uploads/other.webp',
    'data:image/png;base64,AAAA',
  ])('%j does not', (address) => expect(isAddressOf(file, address)).toBe(false));

  it('is recognised by its path where the provider renames files', () => {
    const renamed = mediaFile(8, { hash: 'x', url: 'https://cdn.example.org/a/b.png?token=1' });
    expect(isAddressOf(renamed, '/a/b.png')).toBe(true);
    expect(isAddressOf(renamed, 'https://other.example.org/a/b.png?token=2')).toBe(true);
    expect(isAddressOf(renamed, '/b.png')).toBe(false);
    expect(isAddressOf(mediaFile(9, { hash: '', url: '/' }), 'https://x.org/')).toBe(false);
  });

  it('in a body is absolute when there is a prefix and the file is on this server', () => {
    expect(bodyAddress(file, null)).toBe(file.url);
    expect(bodyAddress(file, '')).toBe(file.url);
    expect(bodyAddress(file, 'https://cms.example.org/')).toBe(
      `https://cms.example.org${file.url}`,
    );
    const remote = mediaFile(8, { url: 'https://cdn.example.org/a.webp' });
    expect(bodyAddress(remote, 'https://cms.example.org')).toBe(remote.url);
    const schemeless = mediaFile(8, { url: '//cdn.example.org/a.webp' });
    expect(bodyAddress(schemeless, 'https://cms.example.org')).toBe(schemeless.url);
  });
});
