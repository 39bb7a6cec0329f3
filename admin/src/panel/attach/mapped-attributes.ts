import type { FieldMappingDto } from '../../../../shared/contracts/settings';

const attributeOf = (path: string): string => path.split('.')[0] ?? path;

/** The attributes the server needs to see to place pictures, and which of them hold the running text. */
export const mappedAttributes = (
  mapping: FieldMappingDto | null,
): { attributes: string[]; textAttributes: string[] } => {
  if (!mapping) return { attributes: [], textAttributes: [] };
  const { title, summary, body, cover, inArticle } = mapping;
  const text = body.map(({ field }) => field);
  if (inArticle.kind === 'zone') text.push(inArticle.field);
  const others = [
    title,
    summary,
    cover?.field,
    cover?.alternativeField,
    inArticle.kind === 'media' ? inArticle.field : null,
  ].filter((path): path is string => typeof path === 'string');
  const unique = (paths: string[]) => [...new Set(paths.map(attributeOf))];
  return { attributes: unique([...others, ...text]), textAttributes: unique(text) };
};
