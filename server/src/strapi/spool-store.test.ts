import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSpoolStore } from './spool-store';

let parent = '';
let directory = '';
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'spool-'));
  directory = join(parent, 'not', 'there', 'yet');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const picture = Buffer.from([1, 2, 3, 0, 255]);

describe('spool store', () => {
  it('gives back the bytes it was given', async () => {
    const spool = createSpoolStore({ directory });
    await spool.write('img1', picture);
    expect(await spool.read('img1')).toEqual(picture);
  });

  it('says null for a picture that was never received, even before the folder exists', async () => {
    const spool = createSpoolStore({ directory });
    expect(await spool.read('img1')).toBeNull();
    await spool.write('img10', picture);
    expect(await spool.read('img1')).toBeNull();
  });

  it('leaves nothing but the whole file behind', async () => {
    const spool = createSpoolStore({ directory });
    await spool.write('img1', picture);
    const names = await readdir(directory);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/^img1\.[0-9a-f]{64}\.image$/);
    expect(await readFile(join(directory, names[0]!))).toEqual(picture);
  });

  it('takes the newer bytes when a picture is received twice', async () => {
    const spool = createSpoolStore({ directory });
    await spool.write('img1', picture);
    await spool.write('img1', Buffer.from('newer'));
    expect(await spool.read('img1')).toEqual(Buffer.from('newer'));
    expect(await readdir(directory)).toHaveLength(1);
    await spool.write('img1', Buffer.from('newer'));
    expect(await spool.read('img1')).toEqual(Buffer.from('newer'));
  });

  it('never shows a file that a dying process left half written', async () => {
    const spool = createSpoolStore({ directory });
    await spool.write('other', picture);
    await writeFile(join(directory, 'img1.0000.part'), 'half');
    expect(await spool.read('img1')).toBeNull();
    await spool.write('img1', picture);
    expect(await spool.read('img1')).toEqual(picture);
    expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('lists what is kept, halves included, each image once', async () => {
    const spool = createSpoolStore({ directory });
    expect(await spool.list()).toEqual([]);
    await spool.write('img1', picture);
    await writeFile(join(directory, 'img1.0000.part'), 'half');
    await writeFile(join(directory, 'img2.0000.part'), 'half');
    await writeFile(join(directory, '.DS_Store'), '');
    expect((await spool.list()).sort()).toEqual(['img1', 'img2']);
    await spool.remove('img2');
    expect(await spool.list()).toEqual(['img1']);
  });

  it('reports damaged bytes as paid and broken, not as absent', async () => {
    const spool = createSpoolStore({ directory });
    await spool.write('img1', picture);
    const [name] = await readdir(directory);
    await truncate(join(directory, name!), 2);
    await expect(spool.read('img1')).rejects.toMatchObject({
      code: 'bad_output',
      charged: 'yes',
      isRetryable: false,
    });
  });

  it('removes a picture and only that picture, and may be told twice', async () => {
    const spool = createSpoolStore({ directory });
    await spool.write('img1', picture);
    await spool.write('img12', picture);
    await spool.remove('img1');
    await spool.remove('img1');
    expect(await spool.read('img1')).toBeNull();
    expect(await spool.read('img12')).toEqual(picture);
  });

  it('says that a paid picture could not be kept, and where', async () => {
    await writeFile(join(parent, 'not'), 'a file where the folder should be');
    const failure = createSpoolStore({ directory: join(parent, 'not') }).write('img1', picture);
    await expect(failure).rejects.toMatchObject({ code: 'internal', charged: 'yes' });
    await expect(failure).rejects.toThrow(join(parent, 'not'));
  });

  it('refuses an id that could leave the folder', async () => {
    const spool = createSpoolStore({ directory });
    for (const id of ['../img', 'a/b', 'a.b', '']) {
      await expect(spool.write(id, picture)).rejects.toMatchObject({ code: 'internal' });
      await expect(spool.read(id)).rejects.toMatchObject({ code: 'internal' });
      await expect(spool.remove(id)).rejects.toMatchObject({ code: 'internal' });
    }
  });

  it('keeps many pictures apart that are written at once', async () => {
    const spool = createSpoolStore({ directory });
    const ids = Array.from({ length: 40 }, (_, index) => `img${index}`);
    await Promise.all(ids.map((id) => spool.write(id, Buffer.from(id))));
    const read = await Promise.all(ids.map((id) => spool.read(id)));
    expect(read.map(String)).toEqual(ids);
  });
});
