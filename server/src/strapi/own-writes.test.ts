import { AsyncResource } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { createOwnWrites, ownWritesOf } from './own-writes';

const version = {
  uid: 'api::article.article',
  documentId: 'd1',
  locale: 'en',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

describe('own writes', () => {
  it('knows everything that happens inside a write, however deep', async () => {
    const ownWrites = createOwnWrites();
    expect(ownWrites.isOwn(version)).toBe(false);
    const seen = await ownWrites.run(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return [
        ownWrites.isOwn(version),
        await Promise.resolve().then(() => ownWrites.isOwn(version)),
      ];
    });
    expect(seen).toEqual([true, true]);
    expect(ownWrites.isOwn(version)).toBe(false);
  });

  it('still knows an event that a write raised without waiting for it', async () => {
    const ownWrites = createOwnWrites();
    let event: Promise<boolean> = Promise.resolve(false);
    await ownWrites.run(async () => {
      event = new Promise((resolve) => setTimeout(() => resolve(ownWrites.isOwn(version)), 5));
    });
    expect(await event).toBe(true);
  });

  it('does not count work that a scope of its own does for somebody else', async () => {
    const ownWrites = createOwnWrites();
    const scope = new AsyncResource('test');
    const seen = await ownWrites.run(async () =>
      scope.runInAsyncScope(() => ownWrites.isOwn(version)),
    );
    expect(seen).toBe(false);
  });

  it('remembers exactly the version it wrote, in its locale', () => {
    const ownWrites = createOwnWrites();
    ownWrites.remember(version);
    expect(ownWrites.isOwn(version)).toBe(true);
    expect(ownWrites.isOwn({ ...version, locale: 'fr' })).toBe(false);
    expect(ownWrites.isOwn({ ...version, updatedAt: '2026-01-01T00:00:00.001Z' })).toBe(false);
  });

  it('forgets a version after a minute', () => {
    let time = 0;
    const ownWrites = createOwnWrites({ now: () => time });
    ownWrites.remember(version);
    time = 59_999;
    expect(ownWrites.isOwn(version)).toBe(true);
    time = 60_000;
    expect(ownWrites.isOwn(version)).toBe(false);
  });

  it('keeps the newest thousand versions and drops the oldest', () => {
    const ownWrites = createOwnWrites({ now: () => 0 });
    for (let count = 0; count <= 1000; count += 1) {
      ownWrites.remember({ ...version, documentId: `d${count}` });
    }
    expect(ownWrites.isOwn({ ...version, documentId: 'd0' })).toBe(false);
    expect(ownWrites.isOwn({ ...version, documentId: 'd1' })).toBe(true);
    expect(ownWrites.isOwn({ ...version, documentId: 'd1000' })).toBe(true);
  });

  it('shares one memory among all who ask for the same Strapi, and none with another', () => {
    const strapi = {};
    ownWritesOf(strapi).remember(version);
    expect(ownWritesOf(strapi).isOwn(version)).toBe(true);
    expect(ownWritesOf({}).isOwn(version)).toBe(false);
  });
});
