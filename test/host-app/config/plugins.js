'use strict';

const fs = require('fs');
const path = require('path');
const { flag, number, text } = require('../src/environment');

const PLUGIN_PACKAGE = 'strapi-plugin-article-images';

/** The app is copied to folders inside the project: the plugin is the project above it. */
const findPluginRoot = (folder) => {
  const manifest = path.join(folder, 'package.json');
  if (fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest)).name === PLUGIN_PACKAGE) {
    return folder;
  }
  const parent = path.dirname(folder);
  if (parent === folder) {
    throw new Error(
      `No folder above this app holds ${PLUGIN_PACKAGE}. Set ARTICLE_IMAGES_ROOT to its folder.`,
    );
  }
  return findPluginRoot(parent);
};

const articleImagesConfig = () => ({
  queue: {
    store: text('ARTICLE_IMAGES_QUEUE_STORE'),
    redisUrl: text('ARTICLE_IMAGES_REDIS_URL'),
    postgres: text('ARTICLE_IMAGES_POSTGRES_URL'),
    schema: text('ARTICLE_IMAGES_QUEUE_SCHEMA'),
    prefix: text('ARTICLE_IMAGES_QUEUE_PREFIX'),
    workers: flag('ARTICLE_IMAGES_WORKERS'),
    reconcileSeconds: number('ARTICLE_IMAGES_RECONCILE_SECONDS'),
    closeSeconds: number('ARTICLE_IMAGES_CLOSE_SECONDS'),
  },
  providers: {
    openai: {
      apiKey: text('ARTICLE_IMAGES_OPENAI_API_KEY') ?? text('OPENAI_API_KEY'),
      baseUrl: text('ARTICLE_IMAGES_OPENAI_BASE_URL') ?? text('OPENAI_BASE_URL'),
      timeoutSeconds: number('ARTICLE_IMAGES_OPENAI_TIMEOUT_SECONDS'),
      concurrency: number('ARTICLE_IMAGES_OPENAI_CONCURRENCY'),
    },
  },
  textModel: {
    apiKey: text('ARTICLE_IMAGES_TEXT_API_KEY'),
    baseUrl: text('ARTICLE_IMAGES_TEXT_BASE_URL'),
    model: text('ARTICLE_IMAGES_TEXT_MODEL'),
  },
  dataDirectory: text('ARTICLE_IMAGES_DATA_DIRECTORY'),
  editorLeaseSeconds: number('ARTICLE_IMAGES_EDITOR_LEASE_SECONDS'),
});

module.exports = () => ({
  'users-permissions': { config: { jwtSecret: text('JWT_SECRET', 'host-app-jwt-secret') } },
  ckeditor: { enabled: true, resolve: './src/plugins/ckeditor' },
  upload: {
    config: {
      security: {
        allowedTypes: ['image/*', 'video/*', 'application/pdf'],
        deniedTypes: ['image/svg+xml'],
      },
    },
  },
  ...(flag('ARTICLE_IMAGES_ENABLED', true)
    ? {
        'article-images': {
          enabled: true,
          resolve: text('ARTICLE_IMAGES_ROOT') ?? findPluginRoot(path.dirname(__dirname)),
          config: articleImagesConfig(),
        },
      }
    : {}),
});
