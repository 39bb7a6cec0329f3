import type { BodyMapping, FieldMapping, InArticleTarget } from './article';
import { bodyFormatOf } from './field-mapping/propose-body';
import {
  attributeAt,
  holdsImages,
  type ComponentSchemas,
  type StrapiAttribute,
  type StrapiAttributes,
} from './schema';

/** A mapped attribute that cannot serve: `field` names the attribute, `problem` says why in plain words. */
export type MappingProblem = { field: string; problem: string };

type Schemas = { attributes: StrapiAttributes; components: ComponentSchemas };

const LINE_TYPES = ['string', 'text', 'richtext', 'blocks', 'customField'];

const check = (input: {
  schemas: Schemas;
  field: string;
  expected: string;
  accepts: (attribute: StrapiAttribute) => boolean;
}): MappingProblem[] => {
  const { schemas, field, expected, accepts } = input;
  const attribute = attributeAt({ ...schemas, path: field });
  if (!attribute) return [{ field, problem: `the content type has no attribute "${field}"` }];
  const type = attribute.customField ?? attribute.type;
  return accepts(attribute) ? [] : [{ field, problem: `"${field}" is ${type}, not ${expected}` }];
};

const lineProblems = (schemas: Schemas, field: string | null): MappingProblem[] =>
  field === null
    ? []
    : check({
        schemas,
        field,
        expected: 'a text attribute',
        accepts: ({ type }) => LINE_TYPES.includes(type),
      });

/** HTML in a Markdown field and Markdown in a text area are what some editors store: the admin knows. */
const STRING_FORMATS = ['markdown', 'html', 'text'];

const bodyProblems = (schemas: Schemas, { field, format }: BodyMapping): MappingProblem[] =>
  check({
    schemas,
    field,
    expected: `a body in the format "${format}"`,
    accepts: (attribute) => {
      const actual = bodyFormatOf(attribute, schemas.components);
      if (actual === format) return true;
      if (actual && STRING_FORMATS.includes(actual)) return STRING_FORMATS.includes(format);
      // A custom field of an unknown editor may be whatever the admin says it is.
      return actual === null && attribute.customField !== undefined && format !== 'zone';
    },
  });

const coverProblems = (schemas: Schemas, mapping: FieldMapping): MappingProblem[] => {
  const { cover } = mapping;
  if (!cover) return [];
  const found = check({
    schemas,
    field: cover.field,
    expected: 'a media attribute that takes images',
    accepts: holdsImages,
  });
  const attribute = attributeAt({ ...schemas, path: cover.field });
  const isChanged = found.length === 0 && (attribute?.multiple === true) !== cover.isMultiple;
  const count = cover.isMultiple ? 'a single file' : 'several files';
  return [
    ...found,
    ...(isChanged
      ? [{ field: cover.field, problem: `"${cover.field}" now takes ${count}; choose it again` }]
      : []),
    ...lineProblems(schemas, cover.alternativeField),
  ];
};

const zoneProblems = (
  schemas: Schemas,
  target: Extract<InArticleTarget, { kind: 'zone' }>,
  body: BodyMapping[],
): MappingProblem[] => {
  const { field, component } = target;
  const attribute = attributeAt({ ...schemas, path: field });
  const allowed = attribute?.components ?? (attribute?.component ? [attribute.component] : []);
  const schema = schemas.components[component];
  if (!attribute) return [{ field, problem: `the content type has no attribute "${field}"` }];
  if (!body.some((part) => part.field === field)) {
    return [
      { field, problem: `"${field}" must be a body field too, for a picture to find its place` },
    ];
  }
  if (!schema || !allowed.includes(component)) {
    return [{ field, problem: `"${field}" takes no component "${component}"` }];
  }
  const inside = { attributes: schema.attributes, components: schemas.components };
  const strings = [target.alternativeField, target.captionField];
  return [
    ...check({
      schemas: inside,
      field: target.mediaField,
      expected: 'a media attribute that takes images',
      accepts: holdsImages,
    }),
    ...strings.flatMap((name) => lineProblems(inside, name)),
  ];
};

/** What keeps a mapping from working with the schema as it is now; empty when all is well. */
export const validateMapping = (input: {
  mapping: FieldMapping;
  schema: { attributes: StrapiAttributes };
  components: ComponentSchemas;
}): MappingProblem[] => {
  const { mapping, components } = input;
  const { inArticle, body } = mapping;
  const schemas = { attributes: input.schema.attributes, components };
  return [
    ...lineProblems(schemas, mapping.title),
    ...lineProblems(schemas, mapping.summary),
    ...body.flatMap((part) => bodyProblems(schemas, part)),
    ...coverProblems(schemas, mapping),
    ...(inArticle.kind === 'zone' ? zoneProblems(schemas, inArticle, body) : []),
    ...(inArticle.kind === 'media'
      ? check({
          schemas,
          field: inArticle.field,
          expected: 'a media attribute that takes images',
          accepts: holdsImages,
        })
      : []),
  ];
};
