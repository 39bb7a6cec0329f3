import type { ImageProvider } from '../ports/image-provider';
import { createOpenAiProvider } from './openai/openai-provider';
import { createPreviewProvider } from './preview/preview-provider';

/** The part of the plugin's configuration that concerns image services. */
export type ProvidersConfig = {
  openai: {
    apiKey?: string;
    baseUrl?: string;
    organization?: string;
    timeoutSeconds: number;
    concurrency: number;
    allowPrivateAddresses?: boolean;
  };
};

/** Every image provider there is, by the name a model config uses. A new one is a folder and one line here. */
export const createProviders = ({ openai }: ProvidersConfig): Record<string, ImageProvider> => ({
  preview: createPreviewProvider(),
  openai: createOpenAiProvider({ ...openai, timeoutMs: openai.timeoutSeconds * 1000 }),
});
