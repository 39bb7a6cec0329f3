import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Values } from '../../test/site/articles';
import { markdownToBlocks } from './markdown-to-blocks';

const TEXTS = join('test', 'fixtures', 'demo');

export type DemoArticle = {
  uid: string;
  locale: string;
  format: 'zone' | 'blocks' | 'markdown' | 'html';
  bodyField: string;
  coverField: string;
  /** `publish`: the plugin starts by itself. `generate`: the type refuses to publish without a cover. */
  press: 'publish' | 'generate';
  values: Values & { title: string };
};

const read = (name: string): string => readFileSync(join(TEXTS, name), 'utf8');

/** One rich-text component for each section, as editors of dynamic zones write. */
const zoneOf = (markdown: string): Values[] =>
  markdown
    .split(/^(?=## )/m)
    .map((body) => ({ __component: 'shared.rich-text', body: body.trim() }));

const penguins = (): DemoArticle => ({
  uid: 'api::article.article',
  locale: 'en',
  format: 'zone',
  bodyField: 'blocks',
  coverField: 'cover',
  press: 'publish',
  values: {
    title: 'Male Magellanic penguins pine for pairings',
    description: 'An interview with biologist Natasha Gownaris.',
    slug: 'male-magellanic-penguins',
    blocks: zoneOf(read('penguins.md')),
  },
});

const galapagos = (): DemoArticle => ({
  uid: 'api::story.story',
  locale: 'en',
  format: 'blocks',
  bodyField: 'content',
  coverField: 'image',
  press: 'publish',
  values: {
    title: 'Ashore in the Galapagos',
    content: markdownToBlocks(read('galapagos.md')),
  },
});

const carbonara = (): DemoArticle => ({
  uid: 'api::guide.guide',
  locale: 'en',
  format: 'markdown',
  bodyField: 'body',
  coverField: 'featuredImage',
  press: 'publish',
  values: {
    title: 'Carbonara',
    summary: 'A simple dish: the quality of the ingredients makes or breaks it.',
    body: read('carbonara.md'),
  },
});

const tahiti = (): DemoArticle => ({
  uid: 'api::post.post',
  locale: 'en',
  format: 'html',
  bodyField: 'body',
  coverField: 'cover',
  press: 'generate',
  values: {
    title: 'Up a valley in Tahiti',
    excerpt: 'Charles Darwin climbs a mountain and sleeps under banana leaves.',
    body: read('tahiti.html'),
  },
});

/** One article for each body format, with real texts. */
export const demoArticles = (): DemoArticle[] => [penguins(), galapagos(), carbonara(), tahiti()];
