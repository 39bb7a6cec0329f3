import { isRecord } from '../domain/article/field-path';
import type { ComponentSchemas, StrapiAttribute, StrapiAttributes } from '../domain/article/schema';

/**
 * Attributes of a component that are left out of a write, which leaves them as they are: relations were never read, and
 * a password was read as its hash and would be hashed again.
 */
const UNTOUCHED = ['relation', 'password'];

const fileId = (file: unknown): unknown => (isRecord(file) ? file['id'] : file);

const mediaValue = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(fileId) : fileId(value);

const componentValue = (
  value: unknown,
  attributes: StrapiAttributes | undefined,
  components: ComponentSchemas,
): unknown => {
  if (!isRecord(value) || !attributes) return value;
  const identity = Object.fromEntries(
    ['id', '__component'].flatMap((key) => (key in value ? [[key, value[key]]] : [])),
  );
  const written = Object.entries(attributes).flatMap(([name, attribute]) =>
    name in value && !UNTOUCHED.includes(attribute.type)
      ? [[name, writableValue({ attribute, value: value[name], components })]]
      : [],
  );
  return { ...identity, ...Object.fromEntries(written) };
};

/**
 * Turns a value as it is read into one as it is written: files become ids, and components keep their id, so that Strapi
 * updates the same row and what hangs on it, and lose what only a reader sees.
 */
export const writableValue = ({
  attribute,
  value,
  components,
}: {
  attribute: StrapiAttribute;
  value: unknown;
  components: ComponentSchemas;
}): unknown => {
  if (attribute.type === 'media') return mediaValue(value);
  if (attribute.type === 'component') {
    const nested = components[attribute.component ?? '']?.attributes;
    return Array.isArray(value)
      ? value.map((entry) => componentValue(entry, nested, components))
      : componentValue(value, nested, components);
  }
  if (attribute.type === 'dynamiczone' && Array.isArray(value)) {
    return value.map((entry) => {
      const uid = isRecord(entry) ? String(entry['__component']) : '';
      return componentValue(entry, components[uid]?.attributes, components);
    });
  }
  return value;
};
