import { useDebounce } from '@strapi/strapi/admin';
import type { ArticleRef } from '../../article-ref';
import { toRequestError, type RequestError } from '../../services/request-error';
import { useEstimateQuery, type EstimateDto } from '../../services/runs';
import type { Choices } from '../choices';

const DEBOUNCE_MS = 250;

export type Estimate = {
  /** Null while the price of exactly these choices is not known. */
  estimate: EstimateDto | null;
  error: RequestError | null;
  refetch: () => void;
};

/** What a click would make and cost, from the function that charges. Asked again when the choices rest. */
export const useEstimate = (
  article: ArticleRef,
  { count, includeFeatured, tier }: Choices,
  isReplacing: boolean,
): Estimate => {
  const request = { ...article, count, includeFeatured, tier, replace: isReplacing };
  const asked = useDebounce(JSON.stringify(request), DEBOUNCE_MS);
  const isSettled = asked === JSON.stringify(request);
  const { currentData, error, refetch } = useEstimateQuery(JSON.parse(asked) as typeof request);
  return {
    estimate: isSettled && !error ? (currentData ?? null) : null,
    error: isSettled && error ? toRequestError(error) : null,
    refetch: () => void refetch(),
  };
};
