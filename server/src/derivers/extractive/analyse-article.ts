import type { Article, Section } from '../../domain/article/article';
import { wordsOf } from '../../domain/article/words';
import { languageOf } from '../../domain/languages';
import type { ImageryDomain, Language } from '../../domain/languages/language';
import type { SectionCandidate } from '../../domain/plan/choose-sections';
import { eligibleSections } from '../../domain/plan/eligible-sections';
import { countTerms } from '../../domain/plan/term-vectors';
import { detectDomain, isGrave } from './domains';
import { findEnglishMotifs } from './english-motifs';
import { findLexiconMotifs } from './lexicon-motifs';
import type { Motif } from './motif';
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

type Find = (text: string, heading: string) => Motif[];

const createFind = async (language: Language, domain: ImageryDomain): Promise<Find> => {
  if (language.code !== 'en') {
    return (text, heading) => findLexiconMotifs({ text, heading, language, domain });
  }
  const tag = await loadTagger();
  return (text, heading) => findEnglishMotifs({ text, heading, domain, tag });
};

const analyseSection = (section: Section, find: Find, language: Language) => {
  const text = section.text.slice(0, CHARACTERS.section);
  const motifs = find(text, section.heading ?? '');
  const seen = motifs.slice(0, COUNTED_MOTIFS).reduce((sum, { score }) => sum + score, 0);
  const words = wordsOf(text).filter((word) => !language.stopWords.has(word));
  return { section, motifs, visual: BASE_VISUAL + seen, terms: countTerms(words) };
};

/** Reads an article for what can be drawn: language, domain, things, and the sections that may carry a picture. */
export const analyseArticle = async (
  article: Article,
  excludedSectionIds: readonly string[],
): Promise<Analysis> => {
  const body = article.sections.map(({ text }) => text.slice(0, CHARACTERS.section)).join('\n');
  const text = `${article.summary}\n${body}`.slice(0, CHARACTERS.article);
  const language = languageOf({
    text: `${article.title}\n${text}`,
    locale: article.ref.locale,
  });
  const headings = article.sections.map(({ heading }) => heading ?? '').join('\n');
  const domain = detectDomain({ title: article.title, text: `${text}\n${headings}` }, language);
  const find = await createFind(language, domain);
  const eligible = eligibleSections({ article, language, excludedSectionIds });
  return {
    language,
    domain,
    isGrave: isGrave(article, language),
    candidates: eligible.map((section) => analyseSection(section, find, language)),
    motifs: find(`${article.title}.\n${text}`, article.title),
  };
};
