import { textFormatOf } from '../attribute-format';
import { hasToken, wordSet } from '../name-tokens';
import { bestOf, isTranslationOf, type Candidate } from './field-candidate';
import {
  ADDRESS_WORDS,
  DESCRIPTION_WORDS,
  FOREIGN_WORDS,
  IMAGE_WORDS,
  NAME_WORDS,
  SHORT_WORDS,
  SUB_WORDS,
  SUMMARY_WORDS,
  TITLE_WORDS,
  BODY_WORDS,
} from './field-words';

const isLine = ({ attribute }: Candidate): boolean =>
  !attribute.customField && (attribute.type === 'string' || attribute.type === 'text');

const IDENTITY_WORDS = wordSet('slug id uid identifier identifiant key sku code date price');

const isForeign = ({ tokens }: Candidate): boolean =>
  hasToken(tokens, FOREIGN_WORDS) || hasToken(tokens, ADDRESS_WORDS);

const isLabel = ({ tokens }: Candidate): boolean =>
  hasToken(tokens, SUB_WORDS) || hasToken(tokens, SHORT_WORDS) || hasToken(tokens, IMAGE_WORDS);

const isNumbered = ({ tokens }: Candidate): boolean => tokens.some((token) => /^\d+$/.test(token));

/** The attribute a slug is made from is the title whatever it is called; its name decides only without one. */
export const proposeTitle = (candidates: Candidate[]): Candidate | null => {
  const slugSources = new Set(candidates.flatMap(({ attribute }) => attribute.targetField ?? []));
  const lines = candidates.filter((candidate) => isLine(candidate));
  const named = bestOf(lines, (candidate) => {
    const { tokens, attribute, path } = candidate;
    if (isForeign(candidate) || isLabel(candidate)) return 0;
    const byName = hasToken(tokens, TITLE_WORDS) ? 10 : hasToken(tokens, NAME_WORDS) ? 5 : 0;
    const bySlug = slugSources.has(path) ? 8 : 0;
    if (byName + bySlug === 0) return 0;
    return (
      byName +
      bySlug +
      (tokens.length === 1 ? 3 : 0) +
      (attribute.required ? 1 : 0) +
      (attribute.type === 'string' ? 1 : 0) -
      (candidate.isNested ? 6 : 0) -
      (isTranslationOf(candidate) ? 2 : 0) -
      (isNumbered(candidate) ? 6 : 0)
    );
  });
  const isPlain = (line: Candidate) =>
    !isForeign(line) && !isLabel(line) && !line.isNested && !hasToken(line.tokens, IDENTITY_WORDS);
  return named ?? lines.find(isPlain) ?? null;
};

const summaryNameScore = ({ tokens }: Candidate): number => {
  if (hasToken(tokens, SUMMARY_WORDS)) return 10;
  const isDescription = hasToken(tokens, DESCRIPTION_WORDS);
  if (hasToken(tokens, SHORT_WORDS) && (isDescription || hasToken(tokens, BODY_WORDS))) return 10;
  if (hasToken(tokens, SUB_WORDS) && hasToken(tokens, TITLE_WORDS)) return 7;
  return isDescription ? 6 : 0;
};

const summaryScore = (candidate: Candidate): number => {
  const { tokens, attribute } = candidate;
  const isRich = !isLine(candidate);
  const byName = summaryNameScore(candidate);
  if (byName === 0 || hasToken(tokens, ADDRESS_WORDS) || hasToken(tokens, IMAGE_WORDS)) return 0;
  // Written for search engines, but a summary of the article all the same, when there is no other.
  const isMeta = tokens.includes('meta') || tokens.includes('seo');
  if (isForeign(candidate) && !isMeta) return 0;
  if (isMeta) return candidate.isNested || byName < 6 || isRich ? 0 : 1;
  return (
    byName +
    (attribute.required ? 1 : 0) +
    (attribute.type === 'text' ? 1 : 0) -
    (isRich ? 3 : 0) -
    (candidate.isNested ? 4 : 0) -
    (isTranslationOf(candidate) ? 2 : 0)
  );
};

/** A short text beside the body. */
export const proposeSummary = (
  candidates: Candidate[],
  taken: ReadonlySet<string>,
): Candidate | null =>
  bestOf(
    candidates.filter(
      (candidate) =>
        !taken.has(candidate.path) && (isLine(candidate) || textFormatOf(candidate.attribute)),
    ),
    summaryScore,
  );
