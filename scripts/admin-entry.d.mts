export const ADMIN_ENTRY: string;
export const adminEntryBytes: (entry?: string) => number | null;
