import type { Article } from '../article/article';

type Ours = {
  role: 'featured' | 'in_article';
  status: string;
  unplacedReason: string | null;
};

type Input = {
  article: Pick<Article, 'isCoverFilled' | 'inArticleCount'>;
  /** Images of ours that stand in the article, wait to, or were taken out on purpose. */
  ours: Ours[];
  choices: { count: number; includeFeatured: boolean };
  canHoldCover: boolean;
  canHoldInArticle: boolean;
  /** Make new pictures although slots are filled. */
  replace: boolean;
  /** Nobody asked for this very run: people's own pictures fill slots too. */
  isAutomatic: boolean;
};

const waits = (image: Ours): boolean =>
  image.status === 'ready' &&
  !['removed_by_editor', 'replaced'].includes(image.unplacedReason ?? '');

const isRemoved = (image: Ours): boolean => image.unplacedReason === 'removed_by_editor';

/**
 * How many pictures a run makes: only empty slots, unless replacing. One function for the estimate, the button and
 * every trigger, so that the number on the button is the number bought.
 */
export const neededSlots = (input: Input): { includeFeatured: boolean; count: number } => {
  const { article, ours, choices, replace, isAutomatic } = input;
  const wantsCover = choices.includeFeatured && input.canHoldCover;
  const wanted = input.canHoldInArticle ? choices.count : 0;
  if (replace) return { includeFeatured: wantsCover, count: wanted };
  const covers = ours.filter((image) => image.role === 'featured');
  const inArticle = ours.filter((image) => image.role === 'in_article');
  const hasCover =
    article.isCoverFilled || covers.some(waits) || (isAutomatic && covers.some(isRemoved));
  const waiting = inArticle.filter(waits).length;
  const placed = inArticle.filter((image) => image.status === 'attached').length;
  const removed = isAutomatic ? inArticle.filter(isRemoved).length : 0;
  const present = isAutomatic ? article.inArticleCount : Math.min(placed, article.inArticleCount);
  return {
    includeFeatured: wantsCover && !hasCover,
    count: Math.max(0, wanted - present - waiting - removed),
  };
};
