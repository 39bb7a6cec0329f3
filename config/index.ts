import { z } from 'zod';
import { configSchema } from './schema';

type Env = (key: string) => string | undefined;

/**
 * What Strapi reads. Defaults come from the environment, so that a key never has to stand in a file;
 * Strapi merges arrays by index, therefore no default holds one.
 */
export default {
  default: ({ env }: { env: Env }) => ({
    queue: { redisUrl: env('ARTICLE_IMAGES_REDIS_URL') },
    providers: {
      openai: {
        apiKey: env('ARTICLE_IMAGES_OPENAI_API_KEY') ?? env('OPENAI_API_KEY'),
        baseUrl: env('ARTICLE_IMAGES_OPENAI_BASE_URL') ?? env('OPENAI_BASE_URL'),
      },
    },
    textModel: {
      apiKey: env('ARTICLE_IMAGES_TEXT_API_KEY'),
      baseUrl: env('ARTICLE_IMAGES_TEXT_BASE_URL'),
      model: env('ARTICLE_IMAGES_TEXT_MODEL'),
    },
  }),
  /** Called synchronously at start; a thrown error stops it and names the option. */
  validator(config: unknown): void {
    const result = configSchema.safeParse(config);
    if (!result.success) {
      throw new Error(`article-images: wrong configuration.\n${z.prettifyError(result.error)}`);
    }
  },
};
