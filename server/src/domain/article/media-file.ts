/**
 * A file in Strapi's Media Library as its upload service returns it. A Blocks image node copies all of these fields:
 * Strapi refuses the node when one of the required ones is missing.
 */
export type MediaFile = {
  id: number;
  documentId: string;
  name: string;
  alternativeText: string | null;
  caption: string | null;
  width: number | null;
  height: number | null;
  formats: Record<string, unknown> | null;
  hash: string;
  ext: string | null;
  mime: string;
  size: number;
  url: string;
  previewUrl: string | null;
  provider: string;
  provider_metadata: unknown;
  createdAt: string;
  updatedAt: string;
};
