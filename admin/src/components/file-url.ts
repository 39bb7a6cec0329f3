/** Set by the host before any plugin runs; its type belongs to the server's global of the same name. */
const backendUrl = (): string => (window.strapi as unknown as { backendURL: string }).backendURL;

/** Local uploads have addresses relative to the server, which may live elsewhere than the admin. */
export const fileUrl = (url: string): string =>
  url.startsWith('/') ? `${backendUrl()}${url}` : url;
