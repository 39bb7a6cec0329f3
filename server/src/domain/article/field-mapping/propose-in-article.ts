import type { BodyMapping, CoverMapping, InArticleTarget } from '../article';
import { textFormatOf } from '../attribute-format';
import { componentRoles } from '../component-roles';
import { hasToken } from '../name-tokens';
import { holdsImages, type ComponentSchemas, type StrapiAttribute } from '../schema';
import type { Candidate } from './field-candidate';
import { FOREIGN_WORDS } from './field-words';
import { isUnknownEditor } from './propose-body';
import { bestZoneOption, type ZoneOption } from './zone-options';

const HOLDING_FORMATS = ['blocks', 'markdown', 'html'];

/** True when the items of a zone have texts a picture can be put into. */
const itemsHoldPictures = (attribute: StrapiAttribute, components: ComponentSchemas): boolean => {
  const uids = attribute.components ?? (attribute.component ? [attribute.component] : []);
  return uids.some((uid) =>
    (componentRoles(uid, components) ?? []).some(
      ({ role }) => role.kind === 'text' && HOLDING_FORMATS.includes(role.format),
    ),
  );
};

const canHoldPictures = (attribute: StrapiAttribute, components: ComponentSchemas): boolean => {
  if (isUnknownEditor(attribute)) return false;
  if (attribute.type === 'dynamiczone' || attribute.type === 'component') {
    return itemsHoldPictures(attribute, components);
  }
  return HOLDING_FORMATS.includes(textFormatOf(attribute) ?? '');
};

/** Where the pictures inside the text go: a component of their own, the text itself, a gallery, or nowhere. */
export const proposeInArticle = (input: {
  candidates: Candidate[];
  body: BodyMapping[];
  cover: CoverMapping | null;
  zones: ZoneOption[];
  components: ComponentSchemas;
}): InArticleTarget => {
  const { candidates, body, cover, zones, components } = input;
  const fields = body.map(({ field }) => field);
  const inBody = zones.filter(({ field }) => fields.includes(field));
  const isGallery = ({ component, mediaField }: ZoneOption) =>
    components[component]?.attributes[mediaField]?.multiple === true;
  const single = bestZoneOption(
    inBody.filter((option) => !isGallery(option)),
    components,
  );
  if (single) return { kind: 'zone', ...single };
  const isInText = candidates.some(
    ({ path, attribute }) => fields.includes(path) && canHoldPictures(attribute, components),
  );
  if (isInText) return { kind: 'body' };
  // A slider of one picture is better than no picture.
  const slider = bestZoneOption(inBody, components);
  if (slider) return { kind: 'zone', ...slider };
  const gallery = candidates.find(
    ({ path, attribute, tokens, isNested }) =>
      !isNested &&
      attribute.multiple === true &&
      holdsImages(attribute) &&
      path !== cover?.field &&
      !hasToken(tokens, FOREIGN_WORDS),
  );
  return gallery ? { kind: 'media', field: gallery.path } : { kind: 'none' };
};
