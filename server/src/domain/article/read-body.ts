import type {
  BlockPosition,
  BodyMapping,
  DocumentValues,
  FieldMapping,
  InArticleTarget,
} from './article';
import { bodyFormats } from './body-formats';
import type { BodyFormat, FormatBlock } from './body-formats/body-format';
import { readPath } from './field-path';
import { attributeAt, type ComponentSchemas, type StrapiAttributes } from './schema';

/** A document's values and what is known about their shape. */
export type BodySource = {
  values: DocumentValues;
  mapping: FieldMapping;
  components: ComponentSchemas;
  /** The content type; without it the component of a repeatable component is told by its attributes. */
  schema?: { attributes: StrapiAttributes };
  /** True for the values of an open form, which hold whole file objects. */
  form?: boolean;
};

/** A block of the body with its place and the pictures in it. */
export type ReadBlock = FormatBlock & { at: BlockPosition };

const targetIn = (field: string, target: InArticleTarget) =>
  target.kind === 'zone' && target.field === field ? target : null;

/** The format of one body field, set up for this content type. */
export const formatOf = (source: Omit<BodySource, 'values'>, part: BodyMapping): BodyFormat => {
  const { components, schema } = source;
  const attribute = schema
    ? attributeAt({ path: part.field, attributes: schema.attributes, components })
    : null;
  return bodyFormats[part.format]({
    components,
    itemComponent: attribute?.component ?? null,
    target: targetIn(part.field, source.mapping.inArticle),
    form: source.form ?? false,
  });
};

/** All mapped body fields read in order; `unreadable` names what could not be read. */
export const readBody = (source: BodySource): { blocks: ReadBlock[]; unreadable: string[] } => {
  const readings = source.mapping.body.map((part) => ({
    field: part.field,
    ...formatOf(source, part).read(readPath(source.values, part.field)),
  }));
  return {
    blocks: readings.flatMap(({ blocks }, part) =>
      blocks.map((block, index) => ({ ...block, at: { part, index } })),
    ),
    unreadable: readings.flatMap(({ field, unreadable }) =>
      unreadable.map((problem) => `${field}: ${problem}`),
    ),
  };
};
