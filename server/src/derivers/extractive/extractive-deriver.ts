import type { Article, Section } from '../../domain/article/article';
import { ArticleImagesError } from '../../domain/errors';
import type { Language } from '../../domain/languages/language';
import { shorten, splitSentences } from '../../domain/languages/split-text';
import { chooseSections } from '../../domain/plan/choose-sections';
import { warnOfFewSections } from '../../domain/plan/few-sections-warning';
import type { ImageBrief } from '../../domain/prompts/image-brief';
import type { DeriveRequest, DeriveResult, PromptDeriver } from '../../ports/prompt-deriver';
import { analyseArticle, type Analysis } from './analyse-article';
import { composeBrief } from './compose-brief';
import type { Motif } from './motif';
import { createScenePicker } from './scene-picker';
import { GRAVE_STYLE, STYLES } from './styles';
import { composeSubject } from './subject';

const OWN_WORDS_MAX = 140;

const assertNotAborted = (signal: AbortSignal | undefined): void => {
  if (!signal?.aborted) return;
  throw new ArticleImagesError('cancelled', 'Stopped while the prompts were being made.', {
    cause: signal.reason,
  });
};

/** The same article always starts at the same scene, another article at another one. */
const offsetOf = ({ title, textHash }: Article, used: number): number =>
  [...`${title}${textHash}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, used);

const firstSentence = ({ text }: Section, language: Language): string =>
  shorten(splitSentences(text.slice(0, 500), language)[0] ?? '', OWN_WORDS_MAX);

/**
 * A long section comes in several pieces under one heading: only the first picture takes it as its caption, and none
 * when it is the title over again.
 */
const headingOf = (section: Section, chosen: Section[], { title }: Article): string | null =>
  section.heading?.trim() !== title.trim() &&
  chosen.find(({ heading }) => heading === section.heading) === section
    ? section.heading
    : null;

const writeBriefs = (request: DeriveRequest, analysis: Analysis): ImageBrief[] => {
  const { article, includeFeatured, excludedSectionIds } = request;
  const { language } = analysis;
  const domain = analysis.isGrave ? 'nature' : analysis.domain;
  const style = analysis.isGrave ? GRAVE_STYLE : STYLES[analysis.domain];
  const picker = createScenePicker(domain, offsetOf(article, excludedSectionIds.length));
  const used = new Set<string>();
  const mainKey = analysis.motifs[0]?.key ?? null;
  const chosen = chooseSections({
    sections: article.sections,
    candidates: analysis.candidates,
    count: request.count,
    illustratedIds: excludedSectionIds,
  });
  const slots: { section: Section | null; motifs: Motif[] }[] = [
    ...(includeFeatured ? [{ section: null, motifs: analysis.motifs }] : []),
    ...chosen.map((section) => ({
      section,
      motifs: analysis.candidates.find((one) => one.section === section)?.motifs ?? [],
    })),
  ];
  return slots.flatMap(({ section, motifs }) => {
    const shown = analysis.isGrave ? [] : motifs;
    const composition = composeSubject({ motifs: shown, mainKey, used, domain, language, picker });
    if (!composition) return [];
    return composeBrief({
      role: section ? 'in_article' : 'featured',
      sectionId: section?.id ?? null,
      composition,
      style,
      language,
      heading: section ? headingOf(section, chosen, article) : article.title,
      ownWords: section ? firstSentence(section, language) : article.summary,
    });
  });
};

const findWarnings = (
  request: DeriveRequest,
  analysis: Analysis,
  briefs: ImageBrief[],
): string[] => {
  const made = briefs.filter(({ role }) => role === 'in_article').length;
  return [
    ...warnOfFewSections({ made, asked: request.count }),
    ...(analysis.language.scenes === null && briefs.length > 0
      ? [
          `Alternative texts repeat headings: there are no phrases for the language "${analysis.language.code}" yet. Please read them over.`,
        ]
      : []),
  ];
};

/**
 * Makes briefs from the text itself: no key, no network, milliseconds, and the same article always gives the same
 * briefs. Throws only `cancelled`, when the signal is aborted.
 */
export const createExtractiveDeriver = (): PromptDeriver => ({
  derive: async (request): Promise<DeriveResult> => {
    assertNotAborted(request.signal);
    const analysis = await analyseArticle(request.article, request.excludedSectionIds);
    assertNotAborted(request.signal);
    const briefs = writeBriefs(request, analysis);
    return {
      briefs,
      derivedBy: 'extractive',
      tokens: { input: 0, output: 0 },
      warnings: findWarnings(request, analysis, briefs),
    };
  },
});
