import type { ImageDto, RunDto } from '../../../../shared/contracts/runs';
import type { Failure } from '../../components/ErrorSentence';
import { failedImages } from './run-words';

export type FailureGroup = { failure: Failure; images: ImageDto[] };

/** Failed pictures by what went wrong, so that five timeouts are one sentence. */
export const failureGroups = (run: Pick<RunDto, 'images' | 'isPreview'>): FailureGroup[] => {
  const groups = new Map<string, FailureGroup>();
  for (const image of failedImages(run)) {
    const told: Failure = image.error ?? { code: 'internal', charged: 'maybe' };
    const failure: Failure = run.isPreview ? { ...told, charged: 'no' } : told;
    const key = `${failure.code}:${failure.charged}`;
    const group = groups.get(key) ?? { failure, images: [] };
    groups.set(key, { ...group, images: [...group.images, image] });
  }
  return [...groups.values()];
};

/** Failed slots that asking again may fill: not those whose article is gone. */
export const retryable = (run: Pick<RunDto, 'images'>): ImageDto[] =>
  failedImages(run).filter(({ error }) => error?.code !== 'article_gone');
