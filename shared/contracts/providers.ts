/** GET /article-images/providers: what the admin may know of a provider. Never keys. */
export namespace ListProviders {
  export type Response = {
    data: {
      id: string;
      label: string;
      hosts: string[];
      isConfigured: boolean;
      missing: string | null;
      isPreview: boolean;
      models: { id: string; label: string; tier: string; isActive: boolean; isDefault: boolean }[];
    }[];
  };
}
