import { componentRoles } from '../component-roles';
import { hasToken, tokensOf } from '../name-tokens';
import {
  holdsImages,
  type ComponentSchemas,
  type StrapiAttribute,
  type StrapiAttributes,
} from '../schema';
import { bestOf } from './field-candidate';
import {
  ALTERNATIVE_WORDS,
  CAPTION_WORDS,
  FOREIGN_WORDS,
  GALLERY_WORDS,
  IMAGE_WORDS,
  MEDIA_WORDS,
} from './field-words';

/** A component of a dynamic zone that can carry a picture. */
export type ZoneOption = {
  field: string;
  component: string;
  mediaField: string;
  alternativeField: string | null;
  captionField: string | null;
};

const PICTURE_WORDS = new Set([...IMAGE_WORDS, ...MEDIA_WORDS, 'figure']);

const isString = (attribute: StrapiAttribute): boolean =>
  !attribute.customField && (attribute.type === 'string' || attribute.type === 'text');

const namesOf = (
  attributes: StrapiAttributes,
  accepts: (name: string, attribute: StrapiAttribute) => boolean,
): string[] =>
  Object.entries(attributes)
    .filter(([name, attribute]) => accepts(name, attribute))
    .map(([name]) => name);

const describe = (input: {
  field: string;
  component: string;
  attributes: StrapiAttributes;
}): ZoneOption | null => {
  const { field, component, attributes } = input;
  const pictures = namesOf(
    attributes,
    (name, attribute) => holdsImages(attribute) && !hasToken(tokensOf(name), FOREIGN_WORDS),
  );
  const mediaField =
    pictures.find((name) => attributes[name]?.required) ??
    pictures.find((name) => hasToken(tokensOf(name), IMAGE_WORDS)) ??
    pictures[0];
  if (!mediaField) return null;
  const strings = namesOf(attributes, (_name, attribute) => isString(attribute));
  const captionField = strings.find((name) => hasToken(tokensOf(name), CAPTION_WORDS)) ?? null;
  const alternativeField =
    strings.find((name) => hasToken(tokensOf(name), ALTERNATIVE_WORDS)) ??
    // Another required string would keep the article from being published.
    strings.find((name) => attributes[name]?.required && name !== captionField) ??
    null;
  return { field, component, mediaField, alternativeField, captionField };
};

/** Every component of the type's dynamic zones that has a media attribute for pictures. */
export const zoneOptions = (
  attributes: StrapiAttributes,
  components: ComponentSchemas,
): ZoneOption[] =>
  Object.entries(attributes).flatMap(([field, attribute]) =>
    attribute.type === 'dynamiczone'
      ? (attribute.components ?? []).flatMap((component) => {
          const schema = components[component];
          const option = schema && describe({ field, component, attributes: schema.attributes });
          return option ? [option] : [];
        })
      : [],
  );

const isFillable = (option: ZoneOption, attributes: StrapiAttributes): boolean =>
  Object.entries(attributes).every(
    ([name, attribute]) =>
      !attribute.required ||
      [option.mediaField, option.alternativeField, option.captionField].includes(name),
  );

/** True when the words in the component are about the picture: nothing of it would stand empty on the page. */
const isPictureAlone = (option: ZoneOption, components: ComponentSchemas): boolean => {
  const attributes = components[option.component]?.attributes ?? {};
  const roles = componentRoles(option.component, components) ?? [];
  const words = namesOf(attributes, (_name, attribute) => isString(attribute));
  return (
    roles.every(({ role }) => role.kind === 'picture') &&
    words.every((name) => name === option.alternativeField || name === option.captionField)
  );
};

const optionScore = (option: ZoneOption, components: ComponentSchemas): number => {
  const attributes = components[option.component]?.attributes ?? {};
  const tokens = tokensOf(option.component.split('.').at(-1) ?? '');
  const isPicture = hasToken(tokens, PICTURE_WORDS);
  const roles = componentRoles(option.component, components) ?? [];
  const hasText = roles.some(({ role }) => role.kind !== 'picture');
  if (!isFillable(option, attributes) || hasToken(tokens, FOREIGN_WORDS)) return 0;
  return (
    (isPicture ? 5 : 0) +
    (isPictureAlone(option, components) ? 4 : 0) -
    (hasText ? 5 : 0) -
    (attributes[option.mediaField]?.multiple ? 2 : 0) -
    (hasToken(tokens, GALLERY_WORDS) ? 1 : 0)
  );
};

/** The component a picture in the middle of the text is best put in: one that is a picture and nothing else. */
export const bestZoneOption = (
  options: ZoneOption[],
  components: ComponentSchemas,
): ZoneOption | null => bestOf(options, (option) => optionScore(option, components));
