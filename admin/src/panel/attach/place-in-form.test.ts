import { describe, expect, it } from 'vitest';
import { makeImage } from '../../../../test/admin/builders';
import { createFakeForm } from '../../../../test/admin/fake-form';
import { placeInForm, type PlaceInput } from './place-in-form';

const picture = (id: number) => ({ id, url: `/uploads/picture_${id}.webp` });
const markdown = (id: number) => `\n\n![](/uploads/picture_${id}.webp)`;

/** Places the cover in `cover` and the rest at the end of the text, as the server does. */
const answerFor = (ids: string[], values: Record<string, unknown>) => {
  const cover = ids.includes('image0') ? { cover: picture(1) } : {};
  const inText = ids.filter((id) => id !== 'image0');
  const body = `${String(values.body ?? '')}${inText.map((id) => markdown(Number(id.at(-1)) + 1)).join('')}`;
  return {
    values: { ...cover, ...(inText.length > 0 ? { body } : {}) },
    placed: ids.map((imageId) => ({ imageId, field: imageId === 'image0' ? 'cover' : 'body' })),
    unplaced: [],
  };
};

const setup = (changes: Partial<PlaceInput> = {}) => {
  const form = createFakeForm({ title: 'Bees', body: 'Bees fly.', cover: null });
  const asked: { ids: string[]; values: Record<string, unknown> }[] = [];
  const isWaiting: boolean[] = [];
  let clockMs = 0;
  const at: { ms: number; run: () => void }[] = [];
  const input: PlaceInput = {
    images: [makeImage(0), makeImage(1), makeImage(2)],
    attributes: ['title', 'cover', 'body'],
    textAttributes: ['body'],
    form,
    request: async (ids, values) => {
      asked.push({ ids, values });
      return answerFor(ids, values);
    },
    wait: async (ms) => {
      clockMs += ms;
      at.filter((event) => event.ms <= clockMs && event.ms > clockMs - ms).forEach(({ run }) =>
        run(),
      );
    },
    signal: { aborted: false } as AbortSignal,
    onWaiting: (waiting) => isWaiting.push(waiting),
    ...changes,
  };
  return {
    form,
    input,
    asked,
    isWaiting,
    at: (ms: number, run: () => void) => at.push({ ms, run }),
    elapsed: () => clockMs,
  };
};

describe('placing pictures in a form with unsaved text', () => {
  it('writes only the fields that changed and sends the values on screen', async () => {
    const { form, input, asked } = setup();
    const result = await placeInForm(input);
    expect(result).toEqual({ placedIds: ['image0', 'image1', 'image2'], unplacedIds: [] });
    expect(form.values()).toEqual({
      title: 'Bees',
      cover: picture(1),
      body: `Bees fly.${markdown(2)}${markdown(3)}`,
    });
    expect(form.written()).toEqual(['cover', 'body']);
    expect(asked[0]?.values).toEqual({ title: 'Bees', cover: null, body: 'Bees fly.' });
  });

  it('waits until the text has rested for 400 ms, and not with the cover', async () => {
    const { form, input, at, elapsed } = setup();
    let coverAt = -1;
    form.onWrite = (path) => {
      if (path === 'cover') coverAt = elapsed();
    };
    at(300, () => form.type('body', 'Bees fly far.'));
    await placeInForm(input);
    expect(coverAt).toBe(0);
    expect(form.values().body).toBe(`Bees fly far.${markdown(2)}${markdown(3)}`);
  });

  it('asks again for what the editor typed meanwhile, and only for the pictures of that field', async () => {
    const { form, input, asked, at } = setup();
    at(200, () => form.type('body', 'Typed meanwhile.'));
    await placeInForm(input);
    expect(asked.map(({ ids }) => ids)).toEqual([
      ['image0', 'image1', 'image2'],
      ['image1', 'image2'],
    ]);
    expect(asked[1]?.values.body).toBe('Typed meanwhile.');
    expect(form.values().body).toBe(`Typed meanwhile.${markdown(2)}${markdown(3)}`);
  });

  it('waits as long as the caret is in the text, and says so', async () => {
    const { form, input, isWaiting, at, elapsed } = setup();
    form.focusText(true);
    at(5_000, () => form.focusText(false));
    await placeInForm(input);
    expect(elapsed()).toBeGreaterThanOrEqual(5_400);
    expect(isWaiting).toContain(true);
    expect(isWaiting.at(-1)).toBe(false);
    expect(form.values().body).toContain('picture_2');
  });

  it('looks again after 600 ms and repeats what a text editor put back over it', async () => {
    const { form, input, asked } = setup();
    let isFirst = true;
    form.onWrite = (path) => {
      if (path !== 'body' || !isFirst) return;
      isFirst = false;
      form.type('body', 'Bees fly. And dance.');
    };
    const result = await placeInForm(input);
    expect(result.unplacedIds).toEqual([]);
    expect(asked).toHaveLength(2);
    expect(form.values().body).toBe(`Bees fly. And dance.${markdown(2)}${markdown(3)}`);
  });

  it('gives up after four rounds and names what is not in the form', async () => {
    const { form, input, asked } = setup();
    form.onWrite = (path) => {
      if (path === 'body') form.type('body', `${String(Math.random())}`);
    };
    const result = await placeInForm(input);
    expect(asked).toHaveLength(4);
    expect(result).toEqual({ placedIds: ['image0'], unplacedIds: ['image1', 'image2'] });
  });

  it('leaves out what the server cannot place', async () => {
    const { input } = setup({
      request: async () => ({
        values: { cover: picture(1) },
        placed: [{ imageId: 'image0', field: 'cover' }],
        unplaced: [
          { imageId: 'image1', reason: 'anchor_gone' },
          { imageId: 'image2', reason: 'anchor_gone' },
        ],
      }),
    });
    const result = await placeInForm(input);
    expect(result).toEqual({ placedIds: ['image0'], unplacedIds: ['image1', 'image2'] });
  });

  it('writes nothing once the edit view was left', async () => {
    const signal = { aborted: false };
    const { form, input, at } = setup({ signal: signal as AbortSignal });
    at(100, () => {
      signal.aborted = true;
    });
    await placeInForm(input);
    expect(form.written()).toEqual(['cover']);
  });

  it('adds rows to a dynamic zone through the form, so that they get its keys', async () => {
    const text = { __component: 'shared.rich-text', body: 'One', __temp_key__: 'a0' };
    const form = createFakeForm({ blocks: [text] });
    const { input } = setup({
      form,
      images: [makeImage(1)],
      attributes: ['blocks'],
      textAttributes: ['blocks'],
      request: async (_ids, values) => ({
        values: {
          blocks: [
            ...(values.blocks as object[]),
            { __component: 'shared.media', file: picture(2) },
          ],
        },
        placed: [{ imageId: 'image1', field: 'blocks' }],
        unplaced: [],
      }),
    });
    await placeInForm(input);
    expect(form.added()).toEqual([
      { path: 'blocks', index: 1, row: { __component: 'shared.media', file: picture(2) } },
    ]);
    expect(form.written()).toEqual([]);
  });
});
