type Attributes = Record<string, Record<string, unknown>>;

type HiddenType = {
  singularName: string;
  pluralName: string;
  displayName: string;
  collectionName: string;
  attributes: Attributes;
  /** Database indexes. `unique` ones are the plugin's locks: nulls never collide. */
  indexes?: { name: string; columns: string[]; type?: 'unique' }[];
};

/** A content type of ours: a real table with relations and documents, kept out of the menus because we have screens. */
export const hiddenType = (type: HiddenType) => ({
  schema: {
    kind: 'collectionType' as const,
    collectionName: type.collectionName,
    info: {
      singularName: type.singularName,
      pluralName: type.pluralName,
      displayName: type.displayName,
    },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes: type.attributes,
    ...(type.indexes ? { indexes: type.indexes } : {}),
  },
});

/** The three columns that name an article; `articleLocale` is empty for types without i18n. */
export const articleColumns: Attributes = {
  articleUid: { type: 'string', required: true },
  articleDocumentId: { type: 'string', required: true },
  articleLocale: { type: 'string', default: '' },
};
