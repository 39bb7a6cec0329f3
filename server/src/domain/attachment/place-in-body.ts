import type { BlockPosition } from '../article/article';
import { findAnchor } from '../article/anchors';
import { formatOf, readBody } from '../article/read-body';
import { bodyAddress } from './file-address';
import { notPlaced, placedIn, type Draft, type ImageToPlace, type Outcome } from './placement';

type Located = { image: ImageToPlace; at: BlockPosition };

const locate = (draft: Draft, images: ImageToPlace[]) => {
  const { blocks } = readBody(draft.source());
  return images.map((image) => {
    const found = image.anchor
      ? findAnchor({ blocks, anchor: image.anchor })
      : { reason: 'anchor_gone' as const };
    return { image, found };
  });
};

const insert = (input: { draft: Draft; located: Located; urlPrefix: string | null }): Outcome => {
  const { draft, urlPrefix } = input;
  const { image, at } = input.located;
  const part = draft.source().mapping.body[at.part];
  if (!part) return notPlaced(image, 'anchor_gone');
  const { file, alternativeText, caption } = image;
  const changed = formatOf(draft.source(), part).insertAfter(draft.get(part.field), at.index, {
    file,
    url: bodyAddress(file, urlPrefix),
    alternativeText,
    caption,
  });
  if (changed === null) return notPlaced(image, 'field_cannot_hold');
  draft.set(part.field, changed);
  return placedIn(image, part.field);
};

/**
 * Puts pictures into the body behind their anchors. All anchors are found in the text as it is before the first picture
 * goes in; pictures go in from the end, so that the places of those before do not move.
 */
export const placeInBody = (input: {
  draft: Draft;
  images: ImageToPlace[];
  urlPrefix: string | null;
}): Outcome[] => {
  const { draft, images, urlPrefix } = input;
  const found = locate(draft, images);
  const located = found.flatMap(({ image, found: place }) =>
    'position' in place ? { image, at: place.position } : [],
  );
  const lost = found.flatMap(({ image, found: place }) =>
    'reason' in place ? notPlaced(image, place.reason) : [],
  );
  const fromTheEnd = located.sort(
    (a, b) =>
      b.at.part - a.at.part || b.at.index - a.at.index || b.image.position - a.image.position,
  );
  return [
    ...fromTheEnd.map((place) => insert({ draft, located: place, urlPrefix })).reverse(),
    ...lost,
  ];
};
