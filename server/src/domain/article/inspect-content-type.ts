import type { BodyFormatName } from '../../../../shared/vocabulary';
import type { FieldMapping } from './article';
import { articleConfidence } from './field-mapping/article-confidence';
import { collectCandidates, type Candidate } from './field-mapping/field-candidate';
import { mappingNotes } from './field-mapping/mapping-notes';
import { bodyFormatOf, proposeBody } from './field-mapping/propose-body';
import { proposeCover } from './field-mapping/propose-cover';
import { proposeInArticle } from './field-mapping/propose-in-article';
import { proposeSummary, proposeTitle } from './field-mapping/propose-lines';
import { zoneOptions, type ZoneOption } from './field-mapping/zone-options';
import { holdsImages, type ComponentSchemas, type ContentTypeSchema } from './schema';
import { validateMapping } from './validate-mapping';

/** One attribute an admin may choose for a part of the mapping. */
export type FieldOption = {
  field: string;
  /** Strapi's attribute type, or the custom field's uid. */
  type: string;
  isRequired: boolean;
  isMultiple: boolean;
  isLocalized: boolean;
};

/** What the schema of a content type says about the articles it may hold. */
export type ContentTypeInspection = {
  uid: string;
  displayName: string;
  kind: 'collectionType' | 'singleType';
  hasDraftAndPublish: boolean;
  isLocalized: boolean;
  /** How likely this is an article type, 0 to 1; from 0.6 on it is worth proposing. */
  confidence: number;
  /** Null when the type has no text. */
  proposal: FieldMapping | null;
  options: {
    text: FieldOption[];
    body: (FieldOption & { format: BodyFormatName })[];
    media: FieldOption[];
    zones: ZoneOption[];
  };
  notes: string[];
  /** Fields of the given mapping that do not exist or do not fit any more. */
  brokenFields: string[];
};

const toOption = ({ path, attribute }: Candidate): FieldOption => ({
  field: path,
  type: attribute.customField ?? attribute.type,
  isRequired: attribute.required === true,
  isMultiple: attribute.multiple === true || attribute.repeatable === true,
  isLocalized: attribute.pluginOptions?.i18n?.localized === true,
});

const isText = ({ attribute }: Candidate): boolean =>
  ['string', 'text', 'richtext', 'blocks'].includes(attribute.type) ||
  attribute.type === 'customField';

const proposeMapping = (input: {
  candidates: Candidate[];
  zones: ZoneOption[];
  components: ComponentSchemas;
}): FieldMapping | null => {
  const { candidates, zones, components } = input;
  const body = proposeBody(candidates, components);
  if (body.length === 0) return null;
  const cover = proposeCover(candidates);
  const bodyFields = body.map(({ field }) => field);
  const title = proposeTitle(candidates.filter(({ path }) => !bodyFields.includes(path)));
  const taken = new Set([...bodyFields, ...(title ? [title.path] : [])]);
  return {
    title: title?.path ?? null,
    summary: proposeSummary(candidates, taken)?.path ?? null,
    body,
    cover,
    inArticle: proposeInArticle({ candidates, body, cover, zones, components }),
  };
};

/**
 * Reads a content type's schema: proposes which attributes are title, summary, body and cover and where pictures go
 * inside the text, and lists what an admin may choose instead.
 */
export const inspectContentType = (input: {
  uid: string;
  schema: ContentTypeSchema;
  components: ComponentSchemas;
  /** The mapping in use, to name what has broken since. */
  mapping?: FieldMapping | null;
}): ContentTypeInspection => {
  const { uid, schema, components, mapping } = input;
  const candidates = collectCandidates(input);
  const zones = zoneOptions(schema.attributes, components);
  const proposal = proposeMapping({ candidates, zones, components });
  return {
    uid,
    displayName: schema.info.displayName,
    kind: schema.kind,
    hasDraftAndPublish: schema.options?.draftAndPublish === true,
    isLocalized: schema.pluginOptions?.i18n?.localized === true,
    confidence: articleConfidence({ uid, schema, mapping: proposal }),
    proposal,
    options: {
      text: candidates.filter(isText).map(toOption),
      body: candidates.flatMap((candidate) => {
        const format = bodyFormatOf(candidate.attribute, components);
        return format ? { ...toOption(candidate), format } : [];
      }),
      media: candidates.filter(({ attribute }) => holdsImages(attribute)).map(toOption),
      zones,
    },
    notes: proposal
      ? mappingNotes({ mapping: proposal, candidates, schema })
      : ['This type has no attribute for the text of an article.'],
    brokenFields: mapping
      ? validateMapping({ mapping, schema, components }).map(({ field }) => field)
      : [],
  };
};
