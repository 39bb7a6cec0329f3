import type { UnplacedReason } from '../../../shared/vocabulary';
import type { ArticleRef, DocumentValues } from '../domain/article/article';
import { placeImages } from '../domain/attachment/place-images';
import { removeImages } from '../domain/attachment/remove-images';
import { ArticleImagesError, toArticleImagesError } from '../domain/errors';
import type { DraftWrite, ImageRow } from '../ports/stores';
import type { Pipeline } from './pipeline';
import { enabledType } from './quote-run';

const MAX_TRIES = 3;

export type PlacementInput = {
  article: ArticleRef;
  images: ImageRow[];
  /** Our own earlier pictures that the new ones may take the place of. */
  replaced: ImageRow[];
};

/** Where the pictures go in the given values; the values of an open form or of the saved draft. */
export const placementOf = async (
  pipeline: Pipeline,
  { article, images, replaced }: PlacementInput,
  { values, isForm }: { values: DocumentValues; isForm: boolean },
) => {
  const { mapping } = await enabledType(pipeline, article.uid);
  const components = pipeline.articles.components();
  const schema = pipeline.articles.schema(article.uid);
  const old = replaced.flatMap((image) => (image.file ? [image.file] : []));
  const inArticleOld = replaced.flatMap((image) =>
    image.file && image.role === 'in_article' ? [image.file] : [],
  );
  const cleared =
    inArticleOld.length > 0
      ? removeImages({ values, mapping, components, schema, files: inArticleOld })
      : {};
  const placement = placeImages({
    values: { ...values, ...cleared },
    mapping,
    components,
    schema,
    images: images.flatMap((image) =>
      image.file
        ? [
            {
              imageId: image.id,
              role: image.role,
              position: image.position,
              anchor: image.anchor,
              file: image.file,
              alternativeText: image.file.alternativeText ?? image.alternativeText,
              caption: image.file.caption ?? image.caption,
            },
          ]
        : [],
    ),
    replaceable: new Set(old.map((file) => file.id)),
    urlPrefix: pipeline.urlPrefix,
    form: isForm,
  });
  return { ...placement, changes: { ...cleared, ...placement.changes } };
};

export type Placed = {
  placed: string[];
  unplaced: { imageId: string; reason: UnplacedReason }[];
  /** The draft's `updatedAt` before and after, equal when nothing had to be written; null when there is no draft. */
  draft: (DraftWrite & { before: string }) | null;
};

/**
 * Writes pictures into the draft. When somebody saves in between, the text is read again and the places are found anew:
 * nobody's words are overwritten.
 */
export const placeInDraft = async (pipeline: Pipeline, input: PlacementInput): Promise<Placed> => {
  const all = (reason: UnplacedReason): Placed => ({
    placed: [],
    unplaced: input.images.map((image) => ({ imageId: image.id, reason })),
    draft: null,
  });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const found = await pipeline.articles.find(input.article);
    if (!found) return all('article_gone');
    const { changes, placed, unplaced } = await placementOf(pipeline, input, {
      values: found.values,
      isForm: false,
    });
    const answer = { placed: placed.map(({ imageId }) => imageId), unplaced };
    const { updatedAt: before } = found;
    if (Object.keys(changes).length === 0) {
      return { ...answer, draft: { before, updatedAt: before, otherLocales: [] } };
    }
    try {
      const written = await pipeline.articles.update(input.article, changes, before);
      return { ...answer, draft: { before, ...written } };
    } catch (cause) {
      if (toArticleImagesError(cause).code !== 'article_changed') throw cause;
    }
  }
  throw new ArticleImagesError(
    'attach_failed',
    'The article was saved again and again while its images were being attached. They are in the Media Library and will be tried again.',
  );
};
