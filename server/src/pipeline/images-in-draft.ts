import type { Article, DocumentValues, FieldMapping } from '../domain/article/article';
import { findAnchor } from '../domain/article/anchors';
import { findPlacedFiles } from '../domain/attachment/find-placed-files';
import type { ImageRow } from '../ports/stores';
import type { Pipeline } from './pipeline';

type Draft = { article: Article; values: DocumentValues; mapping: FieldMapping };

/** Tells which of these pictures the draft holds now, wherever in it they stand. */
export const heldBy = (
  pipeline: Pipeline,
  { article, values, mapping }: Draft,
  images: ImageRow[],
): ((image: ImageRow) => boolean) => {
  const held = findPlacedFiles({
    values,
    mapping,
    components: pipeline.articles.components(),
    schema: pipeline.articles.schema(article.ref.uid),
    files: images.flatMap(({ file }) => file ?? []),
  });
  return ({ file }) => file !== null && held.has(file.id);
};

/** Pictures that are made and wait for a person, in the panel or in an unsaved form. */
const waits = ({ status, unplacedReason }: ImageRow): boolean =>
  status === 'stored' ||
  (status === 'ready' && unplacedReason !== 'removed_by_editor' && unplacedReason !== 'replaced');

const sectionAt = (article: Article, { anchor }: ImageRow): string[] => {
  const found = anchor ? findAnchor({ blocks: article.blocks, anchor }) : null;
  if (!found || !('position' in found)) return [];
  const { part, index } = found.position;
  const section = article.sections.find(
    ({ lastBlock }) =>
      lastBlock.part > part || (lastBlock.part === part && lastBlock.index >= index),
  );
  return section ? [section.id] : [];
};

/** The sections that have a picture of ours, or will have it once a person puts it there: a second one is too many. */
export const illustratedSections = async (pipeline: Pipeline, draft: Draft): Promise<string[]> => {
  const ours = (await pipeline.runs.listArticleImages(draft.article.ref)).filter(
    ({ role }) => role === 'in_article',
  );
  const isHeld = heldBy(pipeline, draft, ours);
  const standing = ours.filter((image) => isHeld(image) || waits(image));
  return [...new Set(standing.flatMap((image) => sectionAt(draft.article, image)))];
};

/**
 * Our pictures as automation sees them: one that somebody took out stays out. Whether it was meant is for people to
 * say, and until they do nothing is made in its place.
 */
export const oursForAutomation = (
  pipeline: Pipeline,
  draft: Draft,
  ours: ImageRow[],
): ImageRow[] => {
  const isHeld = heldBy(pipeline, draft, ours);
  return ours.map((image) =>
    image.status === 'attached' && !isHeld(image)
      ? { ...image, status: 'ready', unplacedReason: 'removed_by_editor' }
      : image,
  );
};
