import type { AdminClient } from './admin-client';

export type Values = Record<string, unknown>;
export type SavedDocument = Values & { documentId: string; updatedAt: string };

/** A document of a collection type in one locale; `locale` is null for types without i18n. */
export type DocumentRef = { uid: string; documentId: string; locale: string | null };

const base = (uid: string): string => `/content-manager/collection-types/${uid}`;
const query = (locale: string | null, more: Record<string, string> = {}): string => {
  const text = new URLSearchParams({ ...(locale ? { locale } : {}), ...more }).toString();
  return text === '' ? '' : `?${text}`;
};

/** Saves a new draft the way the edit page does. */
export const createDraft = async (
  admin: AdminClient,
  { uid, locale, values }: { uid: string; locale: string | null; values: Values },
): Promise<DocumentRef> => {
  const { data } = await admin.post<{ data: SavedDocument }>(`${base(uid)}${query(locale)}`, {
    ...values,
    ...(locale ? { locale } : {}),
  });
  return { uid, documentId: data.documentId, locale };
};

/** The document as the edit page loads it: all components and media are filled in. */
export const readDocument = async (
  admin: AdminClient,
  { uid, documentId, locale }: DocumentRef,
  status: 'draft' | 'published' = 'draft',
): Promise<SavedDocument> => {
  const path = `${base(uid)}/${documentId}${query(locale, { status })}`;
  return (await admin.get<{ data: SavedDocument }>(path)).data;
};

/** Presses Publish: the route of the edit page's button, with the values of the form. */
export const publish = async (
  admin: AdminClient,
  { uid, documentId, locale }: DocumentRef,
  values: Values,
): Promise<SavedDocument> => {
  const path = `${base(uid)}/${documentId}/actions/publish${query(locale)}`;
  const body = { ...values, ...(locale ? { locale } : {}) };
  return (await admin.post<{ data: SavedDocument }>(path, body)).data;
};
