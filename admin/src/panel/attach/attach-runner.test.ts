import { describe, expect, it } from 'vitest';
import type { ImageDto } from '../../../../shared/contracts/runs';
import { makeImage, makeRun } from '../../../../test/admin/builders';
import { createFakeForm } from '../../../../test/admin/fake-form';
import { createAttachMemory } from './attach-memory';
import {
  createAttachRunner,
  EMPTY_VIEW,
  type ArticleFacts,
  type AttachView,
} from './attach-runner';

type Values = Record<string, unknown>;

const pictureOf = (image: ImageDto) => ({ id: image.file!.id, url: image.file!.url });
const EMPTY: Values = { title: 'Bees', body: 'Bees fly.', cover: null };

/** A server with one draft, one run of two pictures, and the rules of the attach routes. */
const createWorld = () => {
  const form = createFakeForm(EMPTY);
  const view: AttachView = { ...EMPTY_VIEW };
  const requests: string[] = [];
  const signal = { aborted: false };
  let draft: Values = EMPTY;
  let images = [makeImage(0, { status: 'stored' }), makeImage(1, { status: 'stored' })];
  let during: (() => void) | null = null;
  let failWith: Error | null = null;

  const put = (values: Values, placed: ImageDto[]): Values =>
    placed.reduce<Values>(
      (all, image) =>
        image.role === 'featured'
          ? { ...all, cover: pictureOf(image) }
          : { ...all, body: `${String(all.body)}\n![](${image.file!.url})` },
      values,
    );
  const setStatus = (ids: string[], changes: Partial<ImageDto>) => {
    images = images.map((image) => (ids.includes(image.id) ? { ...image, ...changes } : image));
  };
  const pick = (ids: string[]) => images.filter(({ id }) => ids.includes(id));
  const isInDraft = (image: ImageDto) => JSON.stringify(draft).includes(image.file!.url);
  const interrupt = (): void => {
    const event = during;
    during = null;
    event?.();
    if (failWith) throw failWith;
  };

  const facts = (): ArticleFacts => ({
    run: makeRun({
      status: images.some(({ status }) => status === 'stored') ? 'attaching' : 'completed',
      awaitsEditor: images.some(({ status }) => status === 'stored'),
      images,
    }),
    images,
    missing: images
      .filter((image) => image.status === 'attached' && !isInDraft(image))
      .map(({ id }) => id),
    attributes: ['title', 'body', 'cover'],
    textAttributes: ['body'],
    canGenerate: true,
  });

  const runner = createAttachRunner({
    form,
    memory: createAttachMemory(new Map()),
    read: facts,
    server: {
      attach: async (_runId, ids) => {
        requests.push(`attach ${ids.join()}`);
        draft = put(draft, pick(ids));
        setStatus(ids, { status: 'attached' });
        interrupt();
      },
      place: async (ids, values) => {
        requests.push(`place ${ids.join()}`);
        interrupt();
        const next = put(values, pick(ids));
        setStatus(
          pick(ids)
            .filter(({ status }) => status !== 'attached')
            .map(({ id }) => id),
          { status: 'ready', unplacedReason: 'in_form' },
        );
        return {
          values: { cover: next.cover, body: next.body },
          placed: ids.map((imageId) => ({ imageId, field: 'body' })),
          unplaced: [],
        };
      },
      reloadDocument: () => {
        requests.push('reload');
        form.reset(draft);
      },
      reloadContext: () => undefined,
      confirmSaved: async () => {
        requests.push('confirm');
        setStatus(
          images
            .filter((image) => image.status === 'ready' && isInDraft(image))
            .map(({ id }) => id),
          { status: 'attached', unplacedReason: null },
        );
        return facts().missing;
      },
      acceptMissing: async (ids) => {
        requests.push(`accept ${ids.join()}`);
        setStatus(ids, { status: 'ready', unplacedReason: 'removed_by_editor' });
      },
    },
    wait: async () => undefined,
    signal: signal as AbortSignal,
    onView: (changes) => Object.assign(view, changes),
  });

  return {
    form,
    view,
    requests,
    signal,
    runner,
    draft: () => draft,
    /** Something that happens while the next request is on its way. */
    meanwhile: (event: () => void) => {
      during = event;
    },
    fail: (error: Error) => {
      failWith = error;
    },
    setStatus,
    /** Another tab saves an old version, and this form has not read it. */
    wipeBehindBack: () => {
      draft = EMPTY;
    },
    /** Another tab saves an old version. */
    wipe: () => {
      draft = EMPTY;
      form.reset(draft);
    },
    attachBehindBack: () => {
      draft = put(draft, images);
      setStatus(['image0', 'image1'], { status: 'attached' });
    },
    /** The host saves; the panel hears of it. */
    save: async () => {
      draft = form.beginSave();
      form.endSave(draft);
      await runner.saved();
    },
    /** A save whose end the panel has not heard of yet. */
    saveBehindBack: () => {
      draft = form.beginSave();
      form.endSave(draft);
    },
    hasAll: (values: Values) =>
      images.every((image) => JSON.stringify(values).includes(image.file!.url)),
  };
};

describe('the attach protocol', () => {
  it('with a clean form: the server attaches, the form reloads, nothing is unsaved', async () => {
    const world = createWorld();
    await world.runner.evaluate();
    expect(world.requests).toEqual(['attach image0,image1', 'reload']);
    expect(world.hasAll(world.draft())).toBe(true);
    expect(world.form.state()).toBe('clean');
  });

  it('with unsaved text: the form gets the pictures, the draft is not written, saving keeps both', async () => {
    const world = createWorld();
    world.form.type('title', 'Bees, unsaved');
    await world.runner.evaluate();
    expect(world.requests).toEqual(['place image0,image1']);
    expect(world.draft()).toEqual(EMPTY);
    await world.save();
    expect(world.hasAll(world.draft())).toBe(true);
    expect(world.draft().title).toBe('Bees, unsaved');
  });

  it('typed while the server attaches: neither the word nor the picture is lost by the next save', async () => {
    const world = createWorld();
    world.meanwhile(() => world.form.type('title', 'Typed meanwhile'));
    await world.runner.evaluate();
    expect(world.requests).toEqual(['attach image0,image1', 'place image0,image1']);
    await world.save();
    expect(world.draft().title).toBe('Typed meanwhile');
    expect(world.hasAll(world.draft())).toBe(true);
  });

  it('saved while the server attaches: the old values win, and the pictures are attached again', async () => {
    const world = createWorld();
    world.meanwhile(() => world.saveBehindBack());
    await world.runner.evaluate();
    await world.runner.saved();
    expect(world.hasAll(world.draft())).toBe(true);
    expect(world.hasAll(world.form.values())).toBe(true);
    expect(world.requests.filter((request) => request.startsWith('attach'))).toHaveLength(2);
  });

  it('a save that is still under way holds everything up until it is over', async () => {
    const world = createWorld();
    const sent = world.form.beginSave();
    await world.runner.evaluate();
    expect(world.requests).toEqual([]);
    world.form.endSave(sent);
    await world.runner.evaluate();
    expect(world.hasAll(world.draft())).toBe(true);
  });

  it('a key pressed this moment holds everything up: the text editor has not told the form yet', async () => {
    const world = createWorld();
    world.form.setTyping(true);
    await world.runner.evaluate();
    expect(world.requests).toEqual([]);
    world.form.setTyping(false);
    world.form.type('body', 'Bees fly far.');
    await world.runner.evaluate();
    expect(world.requests).toEqual(['place image0,image1']);
    expect(String(world.form.values().body)).toContain('Bees fly far.');
  });

  it('attached by an automatic run while the form is clean: the form reloads before the next save', async () => {
    const world = createWorld();
    world.setStatus(['image0', 'image1'], { status: 'failed' });
    await world.runner.evaluate();
    world.attachBehindBack();
    await world.runner.evaluate();
    expect(world.requests).toEqual(['reload']);
    world.form.type('title', 'Later');
    await world.save();
    expect(world.hasAll(world.draft())).toBe(true);
  });

  it('attached by an automatic run while there is unsaved text: the form gets them too', async () => {
    const world = createWorld();
    world.setStatus(['image0', 'image1'], { status: 'failed' });
    await world.runner.evaluate();
    world.form.type('title', 'Unsaved');
    world.attachBehindBack();
    await world.runner.evaluate();
    await world.save();
    expect(world.hasAll(world.draft())).toBe(true);
    expect(world.draft().title).toBe('Unsaved');
  });

  it('a picture the editor takes out and saves stays out, and nobody is asked', async () => {
    const world = createWorld();
    await world.runner.evaluate();
    world.form.type('cover', null);
    await world.runner.evaluate();
    await world.save();
    expect(world.draft().cover).toBeNull();
    expect(world.requests).toEqual(['attach image0,image1', 'reload', 'confirm', 'accept image0']);
    expect(world.view.settlingIds).toEqual(['image0']);
  });

  it('the same before it was ever saved', async () => {
    const world = createWorld();
    world.form.type('title', 'Unsaved');
    await world.runner.evaluate();
    await world.runner.evaluate();
    world.form.type('cover', null);
    await world.save();
    expect(world.requests.at(-1)).toBe('accept image0');
    expect(world.draft().cover).toBeNull();
  });

  it('a picture somebody else took out is asked about, and put back when wanted', async () => {
    const world = createWorld();
    await world.runner.evaluate();
    world.wipe();
    await world.runner.evaluate();
    expect(world.view.settlingIds).toEqual([]);
    expect(world.requests).toEqual(['attach image0,image1', 'reload']);
    await world.runner.put(['image0']);
    expect(world.draft().cover).toMatchObject({ id: 1 });
    expect(world.form.values().cover).toMatchObject({ id: 1 });
  });

  it('the same when this form is only older than the draft that lost it', async () => {
    const world = createWorld();
    await world.runner.evaluate();
    world.wipeBehindBack();
    await world.runner.put(['image0', 'image1']);
    expect(world.hasAll(world.draft())).toBe(true);
    expect(world.hasAll(world.form.values())).toBe(true);
    expect(world.form.state()).toBe('clean');
  });

  it('on the published tab nothing is read or written', async () => {
    const world = createWorld();
    world.form.close();
    await world.runner.evaluate();
    expect(world.requests).toEqual([]);
    expect(world.view).toEqual(EMPTY_VIEW);
  });

  it('after three failures it gives up, says why, and leaves the pictures to the server', async () => {
    const world = createWorld();
    world.form.type('title', 'Unsaved');
    const down = { status: 503, details: { code: 'queue_down' } };
    world.fail(Object.assign(new Error('down'), down));
    await world.runner.evaluate();
    expect(world.requests).toHaveLength(3);
    expect(world.view.error?.code).toBe('queue_down');
    expect(world.view.hasGivenUp).toBe(true);
    expect(world.form.values().title).toBe('Unsaved');
  });

  it('two looks at once do one thing', async () => {
    const world = createWorld();
    await Promise.all([world.runner.evaluate(), world.runner.evaluate()]);
    expect(world.requests).toEqual(['attach image0,image1', 'reload']);
  });

  it('does nothing more once the edit view was left', async () => {
    const world = createWorld();
    world.meanwhile(() => {
      world.signal.aborted = true;
    });
    await world.runner.evaluate();
    expect(world.requests).toEqual(['attach image0,image1']);
  });
});
