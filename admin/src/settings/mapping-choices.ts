import type { ContentTypeOption, FieldMappingDto } from '../../../shared/contracts/settings';

type InArticle = FieldMappingDto['inArticle'];
type Option = Pick<ContentTypeOption, 'options' | 'proposal'>;

/** Formats a picture can be put into. Plain text cannot hold one; of a zone only its proposal knows what is inside. */
const HOLDS_IMAGES: readonly FieldMappingDto['body'][number]['format'][] = [
  'blocks',
  'markdown',
  'html',
];

/** One way to place pictures in the text, with a key for the select. */
export type TargetChoice = { key: string; target: InArticle };

const keyOf = (target: InArticle): string => {
  if (target.kind === 'zone')
    return `zone:${target.field}:${target.component}:${target.mediaField}`;
  return target.kind === 'media' ? `media:${target.field}` : target.kind;
};

const holdsImages = ({ proposal }: Option, { body }: FieldMappingDto): boolean =>
  body.some(
    ({ format }) =>
      HOLDS_IMAGES.includes(format) || (format === 'zone' && proposal?.inArticle.kind === 'body'),
  );

/** Where in-article pictures can go for this type and mapping; only what would work, and always "nowhere". */
export const targetChoices = (option: Option, mapping: FieldMappingDto): TargetChoice[] => {
  const targets: InArticle[] = [];
  if (holdsImages(option, mapping)) targets.push({ kind: 'body' });
  // A picture finds its place in a zone by the texts in it, so the zone must be read too.
  option.options.zones
    .filter((zone) => mapping.body.some(({ field }) => field === zone.field))
    .forEach((zone) => targets.push({ kind: 'zone', ...zone }));
  option.options.media
    .filter(({ field, isMultiple }) => isMultiple && field !== mapping.cover?.field)
    .forEach(({ field }) => targets.push({ kind: 'media', field }));
  targets.push({ kind: 'none' });
  return targets.map((target) => ({ key: keyOf(target), target }));
};

export const targetKey = ({ inArticle }: FieldMappingDto): string => keyOf(inArticle);

/** A mapping whose in-text target still exists; choosing another body or cover can take it away. */
const withPossibleTarget = (option: Option, mapping: FieldMappingDto): FieldMappingDto => {
  const choices = targetChoices(option, mapping);
  const find = (wanted: FieldMappingDto | null) =>
    wanted && choices.find(({ key }) => key === targetKey(wanted));
  const choice = find(mapping) ?? find(option.proposal) ?? choices[0];
  return { ...mapping, inArticle: choice?.target ?? { kind: 'none' } };
};

export const withCover = (
  option: Option,
  mapping: FieldMappingDto,
  field: string | null,
): FieldMappingDto => {
  const media = option.options.media.find((candidate) => candidate.field === field);
  const known = [mapping.cover, option.proposal?.cover].find((cover) => cover?.field === field);
  const cover = media
    ? {
        field: media.field,
        isMultiple: media.isMultiple,
        isRequired: media.isRequired,
        alternativeField: known?.alternativeField ?? null,
      }
    : null;
  return withPossibleTarget(option, { ...mapping, cover });
};

export const withBody = (
  option: Option,
  mapping: FieldMappingDto,
  fields: readonly string[],
): FieldMappingDto => {
  const body = fields.flatMap((field) => {
    const text = option.options.body.find((candidate) => candidate.field === field);
    return text ? [{ field, format: text.format }] : [];
  });
  return withPossibleTarget(option, { ...mapping, body });
};

export const withTarget = (
  option: Option,
  mapping: FieldMappingDto,
  key: string,
): FieldMappingDto => {
  const choice = targetChoices(option, mapping).find((candidate) => candidate.key === key);
  return choice ? { ...mapping, inArticle: choice.target } : mapping;
};
