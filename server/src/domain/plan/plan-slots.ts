import type { Anchor, Article, Section } from '../article/article';
import { ArticleImagesError } from '../errors';
import type { ImageBrief } from '../prompts/image-brief';
import { orientationFor, type ImageSlot } from './image-plan';

type Input = {
  article: Pick<Article, 'sections'>;
  briefs: ImageBrief[];
  /** Remembers the place after a section's last block. */
  makeAnchor: (section: Section) => Anchor;
};

const sectionOf = (article: Input['article'], brief: ImageBrief): Section => {
  const section = article.sections.find(({ id }) => id === brief.sectionId);
  if (section) return section;
  throw new ArticleImagesError(
    'internal',
    `A brief names section ${brief.sectionId ?? '(none)'}, which the article does not have. Start the run again.`,
  );
};

/**
 * The slots of one article: the featured image at position 0, in-article images from 1 in reading order, whatever
 * order the briefs come in.
 */
export const planSlots = ({ article, briefs, makeAnchor }: Input): ImageSlot[] => {
  const featured = briefs.filter(({ role }) => role === 'featured').slice(0, 1);
  const inArticle = briefs
    .filter(({ role }) => role === 'in_article')
    .map((brief) => ({ brief, section: sectionOf(article, brief) }))
    .sort((a, b) => article.sections.indexOf(a.section) - article.sections.indexOf(b.section));
  return [
    ...featured.map((brief) => ({
      role: brief.role,
      position: 0,
      orientation: orientationFor('featured', 0),
      anchor: null,
      brief,
    })),
    ...inArticle.map(({ brief, section }, index) => ({
      role: brief.role,
      position: index + 1,
      orientation: orientationFor('in_article', index + 1),
      anchor: makeAnchor(section),
      brief,
    })),
  ];
};
