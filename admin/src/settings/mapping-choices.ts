import type { ContentTypeOption, FieldMappingDto } from '../../../shared/contracts/settings';

type InArticle = FieldMappingDto['inArticle'];
type Options = ContentTypeOption['options'];

/** Formats a picture can be put into; plain text cannot hold one. */
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

/** Where in-article pictures can go for this type and mapping; only what would work, and always "nowhere". */
export const targetChoices = (options: Options, mapping: FieldMappingDto): TargetChoice[] => {
  const targets: InArticle[] = [];
  if (mapping.body.some(({ format }) => HOLDS_IMAGES.includes(format))) {
    targets.push({ kind: 'body' });
  }
  options.zones.forEach((zone) => targets.push({ kind: 'zone', ...zone }));
  options.media
    .filter(({ field, isMultiple }) => isMultiple && field !== mapping.cover?.field)
    .forEach(({ field }) => targets.push({ kind: 'media', field }));
  targets.push({ kind: 'none' });
  return targets.map((target) => ({ key: keyOf(target), target }));
};

export const targetKey = ({ inArticle }: FieldMappingDto): string => keyOf(inArticle);

/** A mapping whose in-text target still exists; choosing another body or cover can take it away. */
const withPossibleTarget = (options: Options, mapping: FieldMappingDto): FieldMappingDto => {
  const choices = targetChoices(options, mapping);
  const isPossible = choices.some(({ key }) => key === targetKey(mapping));
  return isPossible ? mapping : { ...mapping, inArticle: choices[0]?.target ?? { kind: 'none' } };
};

export const withCover = (
  { options, proposal }: Pick<ContentTypeOption, 'options' | 'proposal'>,
  mapping: FieldMappingDto,
  field: string | null,
): FieldMappingDto => {
  const option = options.media.find((media) => media.field === field);
  const known = [mapping.cover, proposal?.cover].find((cover) => cover?.field === field);
  const cover = option
    ? {
        field: option.field,
        isMultiple: option.isMultiple,
        isRequired: option.isRequired,
        alternativeField: known?.alternativeField ?? null,
      }
    : null;
  return withPossibleTarget(options, { ...mapping, cover });
};

export const withBody = (
  options: Options,
  mapping: FieldMappingDto,
  fields: readonly string[],
): FieldMappingDto => {
  const body = fields.flatMap((field) => {
    const option = options.body.find((candidate) => candidate.field === field);
    return option ? [{ field, format: option.format }] : [];
  });
  return withPossibleTarget(options, { ...mapping, body });
};

export const withTarget = (
  options: Options,
  mapping: FieldMappingDto,
  key: string,
): FieldMappingDto => {
  const choice = targetChoices(options, mapping).find((candidate) => candidate.key === key);
  return choice ? { ...mapping, inArticle: choice.target } : mapping;
};
