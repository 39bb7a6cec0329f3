import type {
  ContentTypeOption,
  ContentTypeSettingsDto,
  FieldMappingDto,
  SiteSettingsDto,
} from '../../../shared/contracts/settings';
import type { SettingsDto } from '../services/settings';

/** What the form holds: the site's settings with an entry for every content type, saved or not. */
export type SettingsValues = Omit<SiteSettingsDto, 'version'>;

const EMPTY_MAPPING: FieldMappingDto = {
  title: null,
  summary: null,
  body: [],
  cover: null,
  inArticle: { kind: 'none' },
};

const proposedType = ({ uid, proposal }: ContentTypeOption): ContentTypeSettingsDto => ({
  uid,
  isEnabled: false,
  mapping: proposal ?? EMPTY_MAPPING,
  count: null,
  tier: null,
  isAutomatic: false,
  automaticSince: null,
});

/** Types in use first, then those that look most like articles. */
export const sortedTypes = ({ settings, types }: SettingsDto): ContentTypeOption[] => {
  const saved = new Set(
    settings.contentTypes.filter(({ isEnabled }) => isEnabled).map(({ uid }) => uid),
  );
  return [...types].sort(
    (a, b) =>
      Number(saved.has(b.uid)) - Number(saved.has(a.uid)) ||
      b.confidence - a.confidence ||
      a.displayName.localeCompare(b.displayName),
  );
};

export const toValues = (data: SettingsDto): SettingsValues => {
  const { count, tier, deriver, contentTypes } = data.settings;
  const saved = new Map(contentTypes.map((type) => [type.uid, type]));
  return {
    count,
    tier,
    deriver,
    contentTypes: sortedTypes(data).map((option) => saved.get(option.uid) ?? proposedType(option)),
  };
};

/** Proposals nobody touched are not saved: a later release may propose better. Types that are gone are kept. */
export const toPayload = (data: SettingsDto, values: SettingsValues): SiteSettingsDto => {
  const untouched = new Map(toValues(data).contentTypes.map((type) => [type.uid, type]));
  const savedUids = new Set(data.settings.contentTypes.map(({ uid }) => uid));
  const shown = new Set(values.contentTypes.map(({ uid }) => uid));
  const isWorthSaving = (type: ContentTypeSettingsDto): boolean =>
    savedUids.has(type.uid) ||
    JSON.stringify(type) !== JSON.stringify(untouched.get(type.uid) ?? null);
  return {
    version: data.settings.version,
    count: values.count,
    tier: values.tier,
    deriver: values.deriver,
    contentTypes: [
      ...data.settings.contentTypes.filter(({ uid }) => !shown.has(uid)),
      ...values.contentTypes.filter(isWorthSaving),
    ],
  };
};
