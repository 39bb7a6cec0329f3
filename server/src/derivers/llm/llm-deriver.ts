import { ArticleImagesError, toArticleImagesError } from '../../domain/errors';
import { languageOf } from '../../domain/languages';
import { eligibleSections } from '../../domain/plan/eligible-sections';
import { warnOfFewSections } from '../../domain/plan/few-sections-warning';
import { findNames } from '../../domain/prompts/article-names';
import type { DeriveRequest, DeriveResult, PromptDeriver } from '../../ports/prompt-deriver';
import type { Logger } from '../../ports/runtime';
import type { TextModel } from '../../ports/text-model';
import { parseAnswer } from './answer';
import { ANSWER_SCHEMA } from './answer-schema';
import { checkAnswer, type CheckedAnswer, type Order } from './check-answer';
import { fillGaps, mergeAnswers } from './fill-gaps';
import { askAgain, askForImages, type Question } from './question';

type Deps = {
  textModel: TextModel;
  /** Makes what the text model fails to make. */
  fallback: PromptDeriver;
  logger: Logger;
};

type Tokens = DeriveResult['tokens'];

const NAME = 'article_images';

const createOrder = (request: DeriveRequest): { order: Order; question: Question } => {
  const { article, count, includeFeatured, excludedSectionIds } = request;
  const sample = article.sections.map(({ text }) => text.slice(0, 1000)).join('\n');
  const language = languageOf({
    text: `${article.title}\n${article.summary}\n${sample}`,
    locale: article.ref.locale,
  });
  const eligible = eligibleSections({ article, language, excludedSectionIds });
  const wanted = Math.min(count, eligible.length);
  const question = askForImages({ article, eligible, language, count: wanted, includeFeatured });
  const names = findNames(article, language);
  const { offered } = question;
  return { order: { article, language, names, offered, count: wanted, includeFeatured }, question };
};

const assertNotAborted = ({ signal }: DeriveRequest): void => {
  if (!signal?.aborted) return;
  throw new ArticleImagesError('cancelled', 'Stopped while the prompts were being made.', {
    cause: signal.reason,
  });
};

const ask = async (deps: Deps, user: string, question: Question, request: DeriveRequest) => {
  const { json, tokens } = await deps.textModel.complete({
    system: question.system,
    user,
    schema: ANSWER_SCHEMA,
    schemaName: NAME,
    signal: request.signal,
  });
  const answer = parseAnswer(json);
  if (answer) return { answer, tokens };
  throw new ArticleImagesError(
    'text_model_failed',
    `The text model ${deps.textModel.model} answered with JSON that is no list of images.`,
    { details: { tokens } },
  );
};

/** The tokens of an answer that was of no use were paid all the same. */
const tokensOf = (error: ArticleImagesError): Tokens => {
  const tokens = error.details.tokens as Partial<Tokens> | undefined;
  return { input: tokens?.input ?? 0, output: tokens?.output ?? 0 };
};

const sum = (a: Tokens, b: Tokens): Tokens => ({
  input: a.input + b.input,
  output: a.output + b.output,
});

const sentence = ({ message }: ArticleImagesError): string => message.replace(/[.\s]*$/, '.');

type Outcome = {
  checked: CheckedAnswer;
  /** In-article images the article has room for. */
  wanted: number;
  tokens: Tokens;
  warnings: string[];
};

/** One question, and one more with the list of what was wrong. */
const askTwice = async (deps: Deps, request: DeriveRequest): Promise<Outcome> => {
  const { order, question } = createOrder(request);
  const first = await ask(deps, question.user, question, request);
  const checked = checkAnswer(order, first.answer);
  const wanted = order.count;
  if (checked.problems.length === 0) {
    return { checked, wanted, tokens: first.tokens, warnings: [] };
  }
  assertNotAborted(request);
  try {
    const user = askAgain(question, checked.problems);
    const second = await ask(deps, user, question, request);
    return {
      checked: mergeAnswers(order, checked, checkAnswer(order, second.answer)),
      wanted,
      tokens: sum(first.tokens, second.tokens),
      warnings: [],
    };
  } catch (cause) {
    const error = toArticleImagesError(cause, 'text_model_failed');
    return {
      checked,
      wanted,
      tokens: sum(first.tokens, tokensOf(error)),
      warnings: [`The text model could not correct its answer: ${sentence(error)}`],
    };
  }
};

const fallBack = async (deps: Deps, request: DeriveRequest, cause: unknown) => {
  const error = toArticleImagesError(cause, 'text_model_failed');
  deps.logger.warn(`Prompts are made without the text model: ${error.message}`);
  const result = await deps.fallback.derive(request);
  const warning = `Prompts were made from the text itself, without the text model: ${sentence(error)}`;
  return { ...result, tokens: tokensOf(error), warnings: [warning, ...result.warnings] };
};

const hasText = ({ article }: DeriveRequest): boolean =>
  article.words > 0 || `${article.title}${article.summary}`.trim() !== '';

/**
 * Asks a text model for all briefs of an article in one call. Whatever the model does, there are briefs: those it gets
 * wrong twice come from `fallback`, and when it fails altogether all of them do; `warnings` says which and why.
 * Throws only `cancelled`, when the signal is aborted.
 */
export const createLlmDeriver = (deps: Deps): PromptDeriver => ({
  derive: async (request): Promise<DeriveResult> => {
    assertNotAborted(request);
    // Nothing to read, or nothing to make: no reason to pay for an answer.
    if (!hasText(request) || (request.count === 0 && !request.includeFeatured)) {
      return deps.fallback.derive(request);
    }
    try {
      const { checked, wanted, tokens, warnings } = await askTwice(deps, request);
      assertNotAborted(request);
      const filled = await fillGaps({
        request: { ...request, count: wanted },
        checked,
        fallback: deps.fallback,
      });
      const made = filled.briefs.filter(({ role }) => role === 'in_article').length;
      return {
        briefs: filled.briefs,
        derivedBy: filled.briefs.some(({ derivedBy }) => derivedBy === 'llm')
          ? 'llm'
          : 'extractive',
        tokens,
        warnings: [
          ...warnings,
          ...filled.warnings,
          ...warnOfFewSections({ made, asked: request.count }),
        ],
      };
    } catch (cause) {
      assertNotAborted(request);
      return fallBack(deps, request, cause);
    }
  },
});
