/** The part of Strapi's attribute definition this plugin reads. A loaded schema has much more. */
export type StrapiAttribute = {
  /** `string`, `text`, `richtext`, `blocks`, `media`, `component`, `dynamiczone`, `uid`, `json`, ... */
  type: string;
  /** Set on custom fields, `plugin::ckeditor.CKEditor`; a loaded schema then has the underlying `type`. */
  customField?: string;
  options?: Record<string, unknown> | null;
  required?: boolean;
  /** Media only. */
  multiple?: boolean;
  allowedTypes?: readonly string[] | null;
  /** Component only. */
  repeatable?: boolean;
  component?: string;
  /** Dynamic zone only. */
  components?: readonly string[];
  maxLength?: number;
  /** The attribute a `uid` is made from. */
  targetField?: string;
  pluginOptions?: { i18n?: { localized?: boolean } } | null;
};

export type StrapiAttributes = Record<string, StrapiAttribute>;

/** Component schemas by uid, as `strapi.components` holds them. */
export type ComponentSchemas = Record<string, { attributes: StrapiAttributes }>;

/** A content type as `strapi.contentType(uid)` holds it. */
export type ContentTypeSchema = {
  kind: 'collectionType' | 'singleType';
  info: { displayName: string; singularName?: string; description?: string };
  options?: { draftAndPublish?: boolean } | null;
  pluginOptions?: { i18n?: { localized?: boolean } } | null;
  attributes: StrapiAttributes;
};

type AttributeSource = { attributes: StrapiAttributes; components: ComponentSchemas };

/**
 * Finds the attribute a mapped path names (`cover`, `hero.image`). A dot descends into a single component; null when
 * a step does not exist or is not a single component.
 */
export const attributeAt = (source: AttributeSource & { path: string }): StrapiAttribute | null => {
  let { attributes } = source;
  const steps = source.path.split('.');
  for (const step of steps.slice(0, -1)) {
    const attribute = attributes[step];
    const nested = attribute?.component ? source.components[attribute.component] : undefined;
    if (attribute?.type !== 'component' || attribute.repeatable || !nested) return null;
    attributes = nested.attributes;
  }
  return attributes[steps.at(-1) ?? ''] ?? null;
};

/** True for a media attribute that may hold a picture. */
export const holdsImages = (attribute: StrapiAttribute): boolean =>
  attribute.type === 'media' &&
  (!attribute.allowedTypes?.length || attribute.allowedTypes.includes('images'));
