import type { Core } from '@strapi/strapi';
import type { ListProviders } from '../../../shared/contracts/providers';
import type {
  ContentTypeOption,
  Settings,
  SiteSettingsDto,
} from '../../../shared/contracts/settings';
import { COUNT_LIMITS, DERIVERS } from '../../../shared/vocabulary';
import { getComposition } from '../composition';
import { inspectContentType } from '../domain/article/inspect-content-type';
import { validateMapping } from '../domain/article/validate-mapping';
import type { ComponentSchemas, ContentTypeSchema } from '../domain/article/schema';
import { ArticleImagesError } from '../domain/errors';
import type { ContentTypeSettings, SiteSettings } from '../ports/stores';
import { listTiers } from './context';

const schemasOf = (strapi: Core.Strapi): { uid: string; schema: ContentTypeSchema }[] =>
  Object.entries(strapi.contentTypes)
    .filter(([uid]) => uid.startsWith('api::'))
    .map(([uid, schema]) => ({ uid, schema: schema as unknown as ContentTypeSchema }));

type Field = { path: string; problem: string };

const invalid = (fields: Field[]): ArticleImagesError =>
  new ArticleImagesError(
    'settings_invalid',
    `The settings were not saved: ${fields.map(({ path, problem }) => `${path}: ${problem}`).join('; ')}.`,
    { details: { fields } },
  );

/** Automatic runs start with articles published from the moment it is switched on, never with the archive. */
const stampAutomatic = (
  next: SiteSettingsDto,
  previous: SiteSettings,
  now: string,
): ContentTypeSettings[] =>
  next.contentTypes.map((type) => {
    const before = previous.contentTypes.find(({ uid }) => uid === type.uid);
    const since = before?.isAutomatic ? before.automaticSince : null;
    return { ...type, automaticSince: type.isAutomatic ? (since ?? now) : null };
  });

/** The site's settings with everything an admin may choose from, and the checks that keep them usable. */
export const createSettingsService = ({ strapi }: { strapi: Core.Strapi }) => {
  const pipeline = () => getComposition(strapi).pipeline;
  const components = (): ComponentSchemas => pipeline().articles.components();

  const typeOptions = (settings: SiteSettings): ContentTypeOption[] =>
    schemasOf(strapi).map(({ uid, schema }) => {
      const option = inspectContentType({ uid, schema, components: components() });
      const mapping = settings.contentTypes.find((type) => type.uid === uid)?.mapping;
      const problems = mapping
        ? validateMapping({ mapping, schema, components: components() })
        : [];
      return { ...option, brokenFields: problems.map(({ field }) => field) };
    });

  const problemsOf = async (settings: SiteSettingsDto): Promise<Field[]> => {
    const tiers = await listTiers(pipeline());
    const schemas = new Map(schemasOf(strapi).map(({ uid, schema }) => [uid, schema]));
    const tierProblem = (path: string, tier: string | null): Field[] => {
      if (tier === null) return [];
      const found = tiers.find(({ name }) => name === tier);
      if (found && found.problem === null) return [];
      const names = tiers.filter(({ problem }) => problem === null).map(({ name }) => name);
      const problem = found?.problem ?? `there is no tier "${tier}"; usable: ${names.join(', ')}`;
      return [{ path, problem }];
    };
    const typeProblems = settings.contentTypes.flatMap((type): Field[] => {
      const path = `contentTypes.${type.uid}`;
      const schema = schemas.get(type.uid);
      if (!schema) {
        return type.isEnabled ? [{ path, problem: 'this content type does not exist' }] : [];
      }
      if (!type.isEnabled) return [];
      const mapping = validateMapping({
        mapping: type.mapping,
        schema,
        components: components(),
      }).map(({ field, problem }) => ({ path: `${path}.mapping.${field}`, problem }));
      return [...mapping, ...tierProblem(`${path}.tier`, type.tier)];
    });
    const needsTextModel = settings.deriver === 'llm' && !pipeline().derivers.llm;
    return [
      ...tierProblem('tier', settings.tier),
      ...typeProblems,
      ...(needsTextModel
        ? [{ path: 'deriver', problem: 'no text model is configured in config/plugins' }]
        : []),
    ];
  };

  const read = async (): Promise<Settings.Response['data']> => {
    const settings = await pipeline().settings.read();
    const health = pipeline().queue.health();
    const hasTextModel = pipeline().derivers.llm !== undefined;
    return {
      settings,
      types: typeOptions(settings),
      tiers: (await listTiers(pipeline())).map(({ name, modelLabel, problem }) => ({
        name,
        modelLabel,
        problem,
      })),
      derivers: DERIVERS.map((name) => ({
        name,
        problem:
          name === 'llm' && !hasTextModel
            ? 'No text model is configured: set its model and key or address in config/plugins.'
            : null,
      })),
      queue: { state: health.state, store: health.store, message: health.message },
      countLimits: { min: COUNT_LIMITS.siteMin, max: COUNT_LIMITS.max },
    };
  };

  return {
    read,

    /** Saves all or nothing; every wrong field is named. */
    async update(next: SiteSettingsDto): Promise<Settings.Response['data']> {
      const problems = await problemsOf(next);
      if (problems.length > 0) throw invalid(problems);
      const previous = await pipeline().settings.read();
      const now = pipeline().clock.now().toISOString();
      await pipeline().settings.write({
        ...next,
        contentTypes: stampAutomatic(next, previous, now),
      });
      return read();
    },

    async providers(): Promise<ListProviders.Response['data']> {
      const models = await pipeline().models.list();
      return Object.values(pipeline().providers).map((provider) => {
        const { id, label, hosts, isConfigured, missing, isPreview } = provider.describe();
        return {
          id,
          label,
          hosts,
          isConfigured,
          missing,
          isPreview,
          models: models
            .filter((model) => model.provider === id)
            .map(({ id: modelId, label: modelLabel, tier, isActive, isDefault }) => ({
              id: modelId,
              label: modelLabel,
              tier,
              isActive,
              isDefault,
            })),
        };
      });
    },
  };
};
