import type { Article } from '../../domain/article/article';
import type { ImageBrief } from '../../domain/prompts/image-brief';
import { withStyle } from '../../domain/prompts/style-bible';
import type { DeriveRequest, PromptDeriver } from '../../ports/prompt-deriver';
import type { CheckedAnswer, Order } from './check-answer';

const isFeatured = ({ role }: ImageBrief): boolean => role === 'featured';

const inReadingOrder = (briefs: ImageBrief[], { sections }: Pick<Article, 'sections'>) => {
  const order = sections.map(({ id }) => id);
  const place = ({ sectionId }: ImageBrief) => (sectionId === null ? -1 : order.indexOf(sectionId));
  return [...briefs].sort((a, b) => place(a) - place(b));
};

/** The second answer, with the sound briefs of the first where the second one has none. */
export const mergeAnswers = (
  order: Order,
  first: CheckedAnswer,
  second: CheckedAnswer,
): CheckedAnswer => {
  const taken = new Set(second.briefs.map(({ sectionId }) => sectionId));
  const missing = order.count - second.briefs.filter((brief) => !isFeatured(brief)).length;
  const spare = first.briefs
    .filter(({ sectionId }) => !taken.has(sectionId))
    .map((brief) => ({ ...brief, prompt: withStyle(brief.prompt, second.style) }));
  const added = [
    ...spare.filter(isFeatured),
    ...spare.filter((brief) => !isFeatured(brief)).slice(0, Math.max(0, missing)),
  ];
  const briefs = inReadingOrder([...second.briefs, ...added], order.article);
  const made = new Set(briefs.map(({ sectionId }) => sectionId));
  const isBroken = (id: string) => !made.has(id);
  return {
    style: second.style,
    briefs,
    brokenSectionIds: second.brokenSectionIds.filter(isBroken),
    problems: second.problems,
  };
};

type Gaps = { featured: boolean; inArticle: number; excludedSectionIds: string[] };

/** What is missing; sections the model chose are kept where their number suffices. */
const findGaps = (request: DeriveRequest, checked: CheckedAnswer): Gaps => {
  const inArticle = checked.briefs.filter((brief) => !isFeatured(brief));
  const done = inArticle.flatMap(({ sectionId }) => sectionId ?? []);
  const missing = request.count - inArticle.length;
  const keepsChoice = checked.brokenSectionIds.length >= missing;
  const others = request.article.sections
    .map(({ id }) => id)
    .filter((id) => !checked.brokenSectionIds.includes(id));
  return {
    featured: request.includeFeatured && !checked.briefs.some(isFeatured),
    inArticle: missing,
    excludedSectionIds: [...request.excludedSectionIds, ...(keepsChoice ? others : done)],
  };
};

const warnOf = (made: ImageBrief[], problems: string[]): string[] => {
  if (made.length === 0) return [];
  const which = made.map(({ sectionId }) => sectionId ?? 'featured').join(', ');
  const reasons = problems.slice(0, 3).join('; ');
  return [
    `${made.length} of the images (${which}) come from the text itself, because the text model's answer broke a rule: ${reasons || 'too few images'}.`,
  ];
};

/** Completes the briefs of a text model with those of another deriver, in the style of the set. */
export const fillGaps = async ({
  request,
  checked,
  fallback,
}: {
  request: DeriveRequest;
  checked: CheckedAnswer;
  fallback: PromptDeriver;
}): Promise<{ briefs: ImageBrief[]; warnings: string[] }> => {
  const gaps = findGaps(request, checked);
  if (!gaps.featured && gaps.inArticle <= 0) return { briefs: checked.briefs, warnings: [] };
  const filled = await fallback.derive({
    ...request,
    count: Math.max(0, gaps.inArticle),
    includeFeatured: gaps.featured,
    excludedSectionIds: gaps.excludedSectionIds,
  });
  const made = filled.briefs.map((brief) => ({
    ...brief,
    prompt: withStyle(brief.prompt, checked.style),
    palette: checked.style.palette,
  }));
  return {
    briefs: inReadingOrder([...checked.briefs, ...made], request.article),
    warnings: warnOf(made, checked.problems),
  };
};
