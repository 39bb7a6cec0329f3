import type { BodyFormatName } from '../../../../shared/vocabulary';

/** What identifies an article: row ids change on every publish, these never do. `locale` is null without i18n. */
export type ArticleRef = { uid: string; documentId: string; locale: string | null };

/**
 * Where the parts of an article live in a content type. Paths are attribute names, a dot descends into a single
 * component (`seo.metaTitle`). Null means: this type has none.
 */
export type FieldMapping = {
  title: string | null;
  summary: string | null;
  body: BodyMapping[];
  cover: CoverMapping | null;
  inArticle: InArticleTarget;
};

/** One attribute that holds text of the article. A `zone` is a dynamic zone or a repeatable component. */
export type BodyMapping = { field: string; format: BodyFormatName };

/** `alternativeField` is a required string beside the image (`heroAlt`) that the plugin fills when it is empty. */
export type CoverMapping = {
  field: string;
  isMultiple: boolean;
  isRequired: boolean;
  alternativeField: string | null;
};

/**
 * Where in-article images go: into the body itself, as a component of a dynamic zone, into a media field that is not
 * the cover, or nowhere (`none`: only a cover is offered).
 */
export type InArticleTarget =
  | { kind: 'body' }
  | {
      kind: 'zone';
      field: string;
      component: string;
      mediaField: string;
      /** A required string attribute of the component that gets the alternative text. */
      alternativeField: string | null;
      captionField: string | null;
    }
  | { kind: 'media'; field: string }
  | { kind: 'none' };

/** A top-level piece of a body in reading order. `text` is plain text without markup. */
export type BodyBlock = {
  kind: 'heading' | 'paragraph' | 'list' | 'quote' | 'code' | 'table' | 'image' | 'other';
  /** 1 to 6 for headings, null otherwise. */
  level: number | null;
  text: string;
  /** Which part of the body this block is in, and its index there: the insertion point "after this block". */
  at: BlockPosition;
  /** True for a block that belongs to what follows (a rule, an opening wrapper): no picture goes after it. */
  isLeadIn?: boolean;
};

/**
 * `part` is the index of the field in `FieldMapping.body`, `index` counts the top-level blocks of that field.
 */
export type BlockPosition = { part: number; index: number };

/** Text under one heading, or a run of paragraphs where there are no headings. */
export type Section = {
  /** Stable within one reading: `s1`, `s2`, ... */
  id: string;
  heading: string | null;
  level: number | null;
  text: string;
  words: number;
  hasImage: boolean;
  /** Shares from 0 to 1 of the section's words that stand in lists or code. */
  listShare: number;
  codeShare: number;
  /** The last block of the section: an in-article image goes after it. */
  lastBlock: BlockPosition;
};

/**
 * The place in the body an in-article image goes after, remembered by content so that it is found again after the
 * text has been edited elsewhere.
 */
export type Anchor = {
  heading: string | null;
  /** The section's ordinal in the reading that made the anchor. */
  sectionIndex: number;
  /** Hash of the normalised text of the block the image follows. */
  blockHash: string;
  /** Up to 120 characters of that block's text, for people. */
  snippet: string;
  /** Position of that block counted over the whole body when the anchor was made. */
  blockOrdinal: number;
};

/** An article as the rest of the plugin sees it: read once, in one locale. */
export type Article = {
  ref: ArticleRef;
  title: string;
  summary: string;
  blocks: BodyBlock[];
  sections: Section[];
  words: number;
  /** Hash of title, summary and body text; images do not change it. */
  textHash: string;
  /** True when the cover field holds a file. */
  isCoverFilled: boolean;
  /** How many pictures the body, zone or media target already holds. */
  inArticleCount: number;
  /** Parts of the body that could not be read, for people; they are never written to. */
  unreadable?: string[];
};

/** The values of a document's mapped attributes as the Document Service returns them (or an open form holds them). */
export type DocumentValues = Record<string, unknown>;
