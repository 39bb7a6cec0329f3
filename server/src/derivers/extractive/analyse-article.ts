import type { Article, Section } from '../../domain/article/article';
import { languageOf } from '../../domain/languages';
import type { ImageryDomain, Language } from '../../domain/languages/language';
import type { SectionCandidate } from '../../domain/plan/choose-sections';
import { eligibleSections } from '../../domain/plan/eligible-sections';
import { countTerms } from '../../domain/plan/term-vectors';
import { detectDomain, isGrave } from './domains';
import { findEnglishMotifs } from './english-motifs';
import { findLexiconMotifs } from './lexicon-motifs';
import type { Motif } from './motif';
import { readText, type Reading } from './reading';
import { loadTagger } from './tagger';

/** Reading more changes nothing in the choice and costs time the queue could use. */
const CHARACTERS = { section: 4000, article: 60_000 };
/** A section with nothing to see can still carry a quiet scene. */
const BASE_VISUAL = 0.3;
const COUNTED_MOTIFS = 6;

export type Analysis = {
  language: Language;
  domain: ImageryDomain;
  isGrave: boolean;
  candidates: (SectionCandidate & { motifs: Motif[] })[];
  /** The things the article as a whole is about. */
  motifs: Motif[];
};

type Find = (text: Reading, heading: Reading) => Motif[];

const createFind = async (language: Language, domain: ImageryDomain): Promise<Find> => {
  if (language.code !== 'en') {
    return (text, heading) => findLexiconMotifs({ text, heading, language, domain });
  }
  const tag = await loadTagger();
  return (text, heading) =>
    findEnglishMotifs({ text: text.text, heading: heading.text, domain, tag });
};

const analyseSection = (section: Section, find: Find, language: Language) => {
  const text = readText(section.text.slice(0, CHARACTERS.section));
  const motifs = find(text, readText(section.heading ?? ''));
  const seen = motifs.slice(0, COUNTED_MOTIFS).reduce((sum, { score }) => sum + score, 0);
  const words = text.words.filter((word) => !language.stopWords.has(word));
  return { section, motifs, visual: BASE_VISUAL + seen, terms: countTerms(words) };
};

const readWhole = ({ summary, sections }: Article): Reading => {
  const parts = sections.map(({ heading, text }) => `${heading ?? ''}\n${text}`);
  const share = Math.floor(CHARACTERS.article / Math.max(1, parts.length));
  const limit = Math.min(CHARACTERS.section, Math.max(share, 500));
  return readText(
    [summary, ...parts.map((part) => part.slice(0, limit))].join('\n').slice(0, CHARACTERS.article),
  );
};

/** Reads an article for what can be drawn: language, domain, things, and the sections that may carry a picture. */
export const analyseArticle = async (
  article: Article,
  excludedSectionIds: readonly string[],
): Promise<Analysis> => {
  const title = readText(article.title);
  const text = readWhole(article);
  const language = languageOf({
    text: `${title.text}\n${text.text}`,
    locale: article.ref.locale,
  });
  const domain = detectDomain({ title, text }, language);
  const find = await createFind(language, domain);
  const eligible = eligibleSections({ article, language, excludedSectionIds });
  return {
    language,
    domain,
    isGrave: isGrave({ title, text }, language),
    candidates: eligible.map((section) => analyseSection(section, find, language)),
    motifs: find(readText(`${title.text}.\n${text.text}`), title),
  };
};
