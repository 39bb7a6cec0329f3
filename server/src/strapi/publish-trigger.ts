import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ArticleRef } from '../domain/article/article';
import { toArticleImagesError } from '../domain/errors';
import type { Logger } from '../ports/runtime';
import { findContentType, isLocalized, usesDraftAndPublish } from './content-type-schemas';
import { ownWritesOf, type WrittenVersion } from './own-writes';

type PublishTrigger = {
  strapi: Core.Strapi;
  logger: Logger;
  /** Whether this content type gets pictures when it is published. */
  isAutomatic: (uid: string) => Promise<boolean>;
  /** `userId` is the admin who published, null for API tokens, visitors and scheduled work. */
  onPublished: (article: ArticleRef, userId: number | null) => Promise<void>;
  /** How long disposing waits for answers under way. */
  closeMs?: number;
};

const CLOSE_MS = 5_000;
const EVENTS = ['entry.publish', 'entry.create', 'entry.update'] as const;

const eventPayload = z.object({
  uid: z.string(),
  entry: z.object({
    documentId: z.string(),
    locale: z.string().nullish(),
    updatedAt: z
      .union([z.string(), z.date()])
      .nullish()
      .transform((value) => (value == null ? '' : new Date(value).toISOString())),
  }),
});

const requestState = z.object({
  user: z.object({ id: z.number() }),
  auth: z.object({ strategy: z.object({ name: z.literal('admin') }) }),
});

/** Visitors and API tokens have ids of their own tables: only an admin's own session names an admin. */
const findAdminId = (strapi: Core.Strapi): number | null => {
  const state = requestState.safeParse(strapi.requestContext.get()?.state);
  return state.success ? state.data.user.id : null;
};

/** The version that went public with this event; null when the event makes nothing public. */
const publishedVersion = (
  strapi: Core.Strapi,
  event: (typeof EVENTS)[number],
  payload: unknown,
): WrittenVersion | null => {
  // Code of the site may raise events of the same name with anything in them.
  const parsed = eventPayload.safeParse(payload);
  if (!parsed.success) return null;
  const { uid, entry } = parsed.data;
  const contentType = findContentType(strapi, uid);
  if (!contentType || usesDraftAndPublish(contentType) !== (event === 'entry.publish')) {
    return null;
  }
  const locale = isLocalized(contentType) ? (entry.locale ?? null) : null;
  return { uid, documentId: entry.documentId, locale, updatedAt: entry.updatedAt };
};

/**
 * Answers to articles going public, whichever way they do: `entry.publish` is the one event that all ways raise, once
 * per locale and after the commit. Types without draft and publish are public as soon as they are written.
 *
 * Strapi awaits its listeners one after another and lets their errors end the process. So a listener here only reads
 * the event; the answer is given later, in a scope of its own, one article after another. Returns how to stop listening.
 */
export const createPublishTrigger = ({
  strapi,
  logger,
  isAutomatic,
  onPublished,
  closeMs = CLOSE_MS,
}: PublishTrigger): (() => Promise<void>) => {
  // Made outside any request: what runs in it inherits no transaction and no user.
  const scope = new AsyncResource('article-images publish trigger');
  const ownWrites = ownWritesOf(strapi);
  let answers: Promise<void> = Promise.resolve();

  const answer = async ({ updatedAt: _, ...article }: WrittenVersion, userId: number | null) => {
    try {
      if (await isAutomatic(article.uid)) await onPublished(article, userId);
    } catch (error) {
      const { uid, documentId, locale } = article;
      const { code, message } = toArticleImagesError(error);
      logger.error(
        `No pictures were asked for on publishing ${uid} ${documentId} (${locale ?? 'no locale'}): ${code}: ${message}`,
      );
    }
  };

  const listenerOf = (event: (typeof EVENTS)[number]) => async (payload: unknown) => {
    try {
      const version = publishedVersion(strapi, event, payload);
      if (!version || ownWrites.isOwn(version)) return;
      const userId = findAdminId(strapi);
      scope.runInAsyncScope(() => {
        answers = answers.then(() => answer(version, userId));
      });
    } catch (error) {
      const { message } = toArticleImagesError(error);
      logger.error(`The event ${event} could not be read: ${message}`);
    }
  };

  const stops = EVENTS.map((event) => strapi.eventHub.on(event, listenerOf(event)));
  return async () => {
    // Strapi's event hub removes somebody else's listener when it is asked a second time.
    for (const stop of stops.splice(0)) stop();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, closeMs);
    });
    await Promise.race([answers, patience]);
    clearTimeout(timer);
  };
};
