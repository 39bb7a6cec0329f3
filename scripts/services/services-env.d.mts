export const readServices: (file?: string) => Record<string, string>;
