/**
 * Which folder may import what. `docs/architecture.md` explains the layers; this file enforces them.
 * Never exclude node_modules in the options: every package rule would go silent.
 */
const SERVER = '^server/src/';

const layers = {
  shared: '^shared/',
  config: '^config/',
  domain: `${SERVER}domain/`,
  ports: `${SERVER}ports/`,
  pipeline: `${SERVER}pipeline/`,
  derivers: `${SERVER}derivers/`,
  textModels: `${SERVER}text-models/`,
  providers: `${SERVER}providers/`,
  imaging: `${SERVER}imaging/`,
  queue: `${SERVER}queue/`,
  strapi: `${SERVER}strapi/`,
  services: `${SERVER}services/`,
  delivery: `${SERVER}(controllers|routes|content-types)/`,
  wiring: `${SERVER}[^/]+\\.ts$`,
  admin: '^admin/',
  doors: '^strapi-(server|admin)\\.ts$',
};

const core = ['domain', 'ports', 'shared'];
const serverParts = Object.keys(layers).filter((l) => !['wiring', 'admin', 'doors'].includes(l));

/** Our own code: a layer may import itself and these. */
const mayImport = {
  shared: [],
  config: ['shared'],
  domain: ['shared'],
  ports: ['domain', 'shared'],
  pipeline: core,
  derivers: core,
  textModels: core,
  providers: core,
  imaging: core,
  queue: core,
  strapi: [...core, 'config'],
  services: [...core, 'pipeline', 'wiring'],
  delivery: ['domain', 'shared', 'services', 'strapi'],
  wiring: serverParts,
  admin: ['shared', 'config'],
  doors: ['wiring', 'admin'],
};

const strapiTypes = ['@strapi/strapi', '@strapi/types'];

/** Packages, Node built-ins included: what is not named here is refused. */
const mayUse = {
  shared: ['zod'],
  config: ['zod'],
  domain: ['markdown-it', 'htmlparser2', 'crypto'],
  ports: [],
  pipeline: [],
  derivers: ['zod', 'wink-nlp', 'wink-eng-lite-web-model'],
  textModels: ['openai', 'undici', 'zod'],
  providers: ['openai', 'undici', 'zod', 'crypto', 'net', 'dns', 'stream', 'timers'],
  imaging: ['sharp'],
  queue: [
    'bullmq',
    'ioredis',
    'pg',
    '@electric-sql/pglite',
    'zod',
    'crypto',
    'events',
    'fs',
    'module',
    'os',
    'path',
    'timers',
    'url',
    'worker_threads',
    'net',
  ],
  strapi: [...strapiTypes, '@strapi/utils', 'zod', 'crypto', 'os', 'path', 'fs', 'async_hooks'],
  services: strapiTypes,
  delivery: [...strapiTypes, '@strapi/utils', 'zod'],
  wiring: [...strapiTypes, 'pg', 'path', 'os', 'crypto', 'async_hooks'],
  admin: [
    '@strapi/strapi',
    '@strapi/content-manager',
    '@strapi/design-system',
    '@strapi/icons',
    'react',
    'react-dom',
    'react-intl',
    'react-redux',
    'react-router-dom',
    'styled-components',
    'zod',
  ],
  doors: [],
};

/** One provider composes its pictures itself. */
const packagesOfPart = { [`${SERVER}providers/preview/`]: ['sharp'] };

const test = '\\.test\\.tsx?$';
const ours = '^(shared|config|server|admin|test)/|^strapi-(server|admin)\\.ts$';
const packages = (names) =>
  names.length ? `(^|^node:|node_modules/)(@types/)?(${names.join('|')})(/|$)` : '(?!)';

const layerRules = Object.keys(layers).flatMap((layer) => [
  {
    name: `layer:${layer}`,
    severity: 'error',
    from: { path: layers[layer], pathNot: test },
    to: { path: ours, pathNot: [layer, ...mayImport[layer]].map((l) => layers[l]) },
  },
  {
    name: `packages:${layer}`,
    severity: 'error',
    from: { path: layers[layer], pathNot: [test, ...Object.keys(packagesOfPart)] },
    to: { pathNot: [ours, packages(mayUse[layer])] },
  },
]);

const partRules = Object.entries(packagesOfPart).map(([path, names]) => ({
  name: `packages:${path}`,
  severity: 'error',
  from: { path, pathNot: test },
  to: { pathNot: [ours, packages([...mayUse.providers, ...names])] },
}));

const sibling = (folder) => ({
  name: `siblings:${folder}`,
  severity: 'error',
  from: { path: `${SERVER}${folder}/([^/]+)/`, pathNot: test },
  to: { path: `${SERVER}${folder}/[^/]+/`, pathNot: `${SERVER}${folder}/$1/` },
});

module.exports = {
  forbidden: [
    ...layerRules,
    ...partRules,
    ...['providers', 'derivers'].map(sibling),
    {
      name: 'siblings:languages',
      severity: 'error',
      from: { path: `${SERVER}domain/languages/(?!index)`, pathNot: test },
      to: {
        path: `${SERVER}domain/languages/`,
        pathNot: `${SERVER}domain/languages/language\\.ts$`,
      },
    },
    {
      name: 'core-knows-no-http',
      severity: 'error',
      from: { path: `${SERVER}(domain|ports|pipeline)/` },
      to: { path: '^shared/contracts/' },
    },
    {
      name: 'controllers-use-services',
      severity: 'error',
      from: { path: layers.delivery },
      to: { path: `${SERVER}([^/]+\\.ts$|strapi/)`, pathNot: 'strapi/http-errors' },
    },
    {
      name: 'services-use-composition',
      severity: 'error',
      from: { path: layers.services },
      to: { path: layers.wiring, pathNot: `${SERVER}composition\\.ts$` },
    },
    {
      // Start and stop need the flow and Strapi's data; which parts serve the ports is decided in one file.
      name: 'one-composition',
      severity: 'error',
      from: { path: layers.wiring, pathNot: `${SERVER}composition\\.ts$` },
      to: { path: `${SERVER}(derivers|text-models|providers|imaging|queue)/` },
    },
    {
      name: 'source-not-test',
      severity: 'error',
      from: { path: ours, pathNot: [test, '^test/'] },
      to: { path: `^test/|${test}` },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
