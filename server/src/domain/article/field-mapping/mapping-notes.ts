import type { FieldMapping } from '../article';
import { hasToken } from '../name-tokens';
import type { ContentTypeSchema } from '../schema';
import type { Candidate } from './field-candidate';
import { ADDRESS_WORDS, COVER_WORDS, IMAGE_WORDS, THUMBNAIL_WORDS } from './field-words';
import { isUnknownEditor } from './propose-body';

const isImageAddress = ({ attribute, tokens, isNested }: Candidate): boolean =>
  !isNested &&
  (attribute.type === 'string' || attribute.type === 'text') &&
  (hasToken(tokens, IMAGE_WORDS) || hasToken(tokens, THUMBNAIL_WORDS) || tokens[0] === 'cover') &&
  (hasToken(tokens, ADDRESS_WORDS) ||
    tokens.every((token) => IMAGE_WORDS.has(token) || COVER_WORDS.has(token)));

const coverNotes = (mapping: FieldMapping, candidates: Candidate[]): string[] => {
  const { cover } = mapping;
  if (cover) {
    return cover.isRequired
      ? [
          `"${cover.field}" is required: an article cannot be published before it has a picture, so generate images on the draft.`,
        ]
      : [];
  }
  const address = candidates.find(isImageAddress);
  return address
    ? [
        `"${address.path}" keeps the picture as an address in a text field, which cannot hold a generated picture. Add a media field for a featured image.`,
      ]
    : ['There is no media field for a featured image. Add one to get covers.'];
};

const bodyNotes = (mapping: FieldMapping, candidates: Candidate[]): string[] => {
  const fields = mapping.body.map(({ field }) => field);
  const unknown = candidates.find(
    ({ path, attribute }) => fields.includes(path) && isUnknownEditor(attribute),
  );
  if (unknown) {
    return [
      `"${unknown.path}" is made with ${unknown.attribute.customField}, whose format is not known: it is read as far as possible and nothing is put into it.`,
    ];
  }
  return mapping.inArticle.kind === 'none'
    ? ['The text cannot hold pictures, so only a featured image is offered.']
    : [];
};

const localeNotes = (mapping: FieldMapping, candidates: Candidate[], schema: ContentTypeSchema) => {
  if (schema.pluginOptions?.i18n?.localized !== true || !mapping.cover) return [];
  const top = mapping.cover.field.split('.')[0];
  const attribute = candidates.find(({ path }) => path === top)?.attribute;
  return attribute?.pluginOptions?.i18n?.localized === true
    ? []
    : [
        `"${mapping.cover.field}" is shared by all languages: a new picture shows in every one of them.`,
      ];
};

/** What an admin should know about the proposal, in plain sentences. */
export const mappingNotes = (input: {
  mapping: FieldMapping;
  candidates: Candidate[];
  schema: ContentTypeSchema;
}): string[] => [
  ...coverNotes(input.mapping, input.candidates),
  ...bodyNotes(input.mapping, input.candidates),
  ...localeNotes(input.mapping, input.candidates, input.schema),
];
