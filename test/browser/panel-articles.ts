import type { AdminClient } from '../site/admin-client';
import { createDraft, readDocument, type DocumentRef, type SavedDocument } from '../site/articles';
import { TYPES } from './panel-site';

const sentence = (thing: string, place: string): string =>
  `Every morning the keeper walks to the ${thing} and listens. The ${place} lies still, the light ` +
  `comes over the hills, and the bees leave for the meadow behind the old stone bridge. They know ` +
  `the way by the sun, by the smell of thyme and by the shape of the trees along the river.`;

const SECTIONS: [string, string][] = [
  ['The wooden hive', sentence('wooden hive', 'orchard')],
  ['The stone bridge', sentence('stone bridge', 'river')],
  ['The mountain meadow', sentence('mountain meadow', 'valley')],
];

export const markdown = SECTIONS.map(([heading, text]) => `## ${heading}\n\n${text}`).join('\n\n');

const blocks = SECTIONS.flatMap(([heading, text]) => [
  { type: 'heading', level: 2, children: [{ type: 'text', text: heading }] },
  { type: 'paragraph', children: [{ type: 'text', text }] },
]);

const html = SECTIONS.map(([heading, text]) => `<h2>${heading}</h2><p>${text}</p>`).join('');

const draft = (
  admin: AdminClient,
  uid: string,
  values: Record<string, unknown>,
  locale: string | null = 'en',
): Promise<DocumentRef> => createDraft(admin, { uid, locale, values });

/** Drafts of every kind of body, each with three sections to put pictures into. */
export const createArticles = (admin: AdminClient) => ({
  guide: (title: string) => draft(admin, TYPES.guide, { title, body: markdown }),
  story: (title: string) => draft(admin, TYPES.story, { title, content: blocks }),
  post: (title: string) => draft(admin, TYPES.post, { title, body: html }),
  article: (title: string) =>
    draft(admin, TYPES.article, {
      title,
      blocks: SECTIONS.map(([heading, text]) => ({
        __component: 'shared.rich-text',
        body: `## ${heading}\n\n${text}`,
      })),
    }),
  short: () => draft(admin, TYPES.guide, { title: 'Short', body: 'Only five words of text.' }),
});

/** How many files of the Media Library the saved draft shows, wherever they stand. */
export const countPictures = (document: SavedDocument): number =>
  new Set(JSON.stringify(document).match(/\/uploads\/(?!thumbnail_|small_|medium_|large_)[\w.-]+/g))
    .size;

export const readDraft = (admin: AdminClient, ref: DocumentRef): Promise<SavedDocument> =>
  readDocument(admin, ref);
