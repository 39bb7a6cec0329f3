import { MINIMUM_WORDS } from '../../../../shared/vocabulary';
import type { Article, Section } from '../article/article';
import { ENGLISH } from '../languages';
import { normaliseHeading, type Language } from '../languages/language';

/** Below this a section is a remark, not something to illustrate. */
const SECTION_WORDS = 40;
/** In a list of short entries, such as ten tips, no section is longer; these are the shortest that still say something. */
const SHORT_SECTION_WORDS = 15;
const CODE_SHARE = 0.5;

/**
 * Headings of references, conclusions and the like. Short words must be the whole heading ("Sources", not "Sources of
 * the Nile"); phrases may be continued.
 */
export const isSkippedHeading = (heading: string | null, language: Language): boolean => {
  const normal = normaliseHeading(heading ?? '');
  if (!normal) return false;
  return [...language.skippedHeadings, ...ENGLISH.skippedHeadings].some(
    (skipped) =>
      normal === skipped ||
      (normal.startsWith(skipped) && /^\s*[:：–—(（]/u.test(normal.slice(skipped.length))) ||
      (skipped.includes(' ') && normal.startsWith(`${skipped} `)),
  );
};

/** The sections an in-article image may go into, in reading order. */
export const eligibleSections = ({
  article,
  language,
  excludedSectionIds,
}: {
  article: Pick<Article, 'sections' | 'words'>;
  language: Language;
  excludedSectionIds: readonly string[];
}): Section[] => {
  const open = article.sections.filter(
    (section) =>
      !excludedSectionIds.includes(section.id) &&
      section.codeShare <= CODE_SHARE &&
      !isSkippedHeading(section.heading, language),
  );
  const full = open.filter(({ words }) => words >= SECTION_WORDS);
  if (full.length > 0 || article.words < MINIMUM_WORDS) return full;
  return open.filter(({ words }) => words >= SHORT_SECTION_WORDS);
};
