import type { FieldMapping } from '../domain/article/article';
import { topLevelOf } from '../domain/article/field-path';
import type { ComponentSchemas, StrapiAttribute, StrapiAttributes } from '../domain/article/schema';

type Populate = Record<string, unknown>;

/** Components must not hold themselves, but a schema written by hand can say so. */
type Visit = { components: ComponentSchemas; path: string[] };

const componentPopulate = (uid: string, { components, path }: Visit): Populate => {
  const attributes = path.includes(uid) ? undefined : components[uid]?.attributes;
  const populate = deepPopulate(attributes ?? {}, { components, path: [...path, uid] });
  return Object.keys(populate).length > 0 ? { populate } : {};
};

const attributePopulate = (attribute: StrapiAttribute, visit: Visit): unknown => {
  if (attribute.type === 'media') return true;
  if (attribute.type === 'component' && attribute.component) {
    const nested = componentPopulate(attribute.component, visit);
    return 'populate' in nested ? nested : true;
  }
  if (attribute.type !== 'dynamiczone') return undefined;
  // Strapi returns the components named here and leaves out the others.
  const uids = attribute.components ?? [];
  return { on: Object.fromEntries(uids.map((uid) => [uid, componentPopulate(uid, visit)])) };
};

const deepPopulate = (attributes: StrapiAttributes, visit: Visit): Populate =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, attribute]) => {
      const populate = attributePopulate(attribute, visit);
      return populate === undefined ? [] : [[name, populate]];
    }),
  );

/** The attributes of the content type that pictures may change; titles and summaries are not among them. */
export const writableAttributes = ({ cover, body, inArticle }: FieldMapping): string[] => {
  const paths = [
    cover?.field,
    cover?.alternativeField,
    ...body.map(({ field }) => field),
    inArticle.kind === 'zone' || inArticle.kind === 'media' ? inArticle.field : null,
  ];
  return [...new Set(paths.flatMap((path) => (path ? [topLevelOf(path)] : [])))];
};

const mappedAttributes = (mapping: FieldMapping): string[] => {
  const texts = [mapping.title, mapping.summary].flatMap((path) =>
    path ? [topLevelOf(path)] : [],
  );
  return [...new Set([...texts, ...writableAttributes(mapping)])];
};

/**
 * What the Document Service must return to read a mapped article, and to write it back whole: plain attributes as
 * `fields`, and media, components and zones as `populate`, with the media and components inside them.
 */
export const populateMapping = ({
  attributes,
  components,
  mapping,
}: {
  attributes: StrapiAttributes;
  components: ComponentSchemas;
  mapping: FieldMapping;
}): { fields: string[]; populate: Populate } => {
  const mapped = mappedAttributes(mapping).flatMap((name) => {
    const attribute = attributes[name];
    return attribute
      ? [{ name, populate: attributePopulate(attribute, { components, path: [] }) }]
      : [];
  });
  return {
    fields: [
      'documentId',
      'updatedAt',
      ...mapped.flatMap(({ name, populate }) => (populate === undefined ? [name] : [])),
    ],
    populate: Object.fromEntries(
      mapped.flatMap(({ name, populate }) => (populate === undefined ? [] : [[name, populate]])),
    ),
  };
};
