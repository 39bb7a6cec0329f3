import {
  COST_BASES,
  DERIVERS,
  RUN_PHASES,
  RUN_STATUSES,
  RUN_TRIGGERS,
} from '../../../shared/vocabulary';
import { articleColumns, hiddenType } from './hidden-type';

/** One order for one article, from click to attached. */
export const generationRun = hiddenType({
  singularName: 'generation-run',
  pluralName: 'generation-runs',
  displayName: 'Article image run',
  collectionName: 'article_images_runs',
  attributes: {
    ...articleColumns,
    /** Holds the article while the run is active and is emptied at its end: two clicks cannot start two runs. */
    activeKey: { type: 'string' },
    trigger: { type: 'enumeration', enum: [...RUN_TRIGGERS], required: true },
    startedBy: { type: 'integer' },
    status: { type: 'enumeration', enum: [...RUN_STATUSES], required: true },
    phase: { type: 'enumeration', enum: [...RUN_PHASES], required: true },
    percent: { type: 'integer', default: 0 },
    request: { type: 'json' },
    modelConfigId: { type: 'string' },
    textHash: { type: 'string' },
    draftUpdatedAt: { type: 'string' },
    estimatedMicroUsd: { type: 'biginteger' },
    costMicroUsd: { type: 'biginteger' },
    costBasis: { type: 'enumeration', enum: [...COST_BASES], default: 'none' },
    tokens: { type: 'json' },
    derivedBy: { type: 'enumeration', enum: [...DERIVERS] },
    steps: { type: 'json' },
    warnings: { type: 'json' },
    error: { type: 'json' },
    editorSeenAt: { type: 'datetime' },
    isDismissed: { type: 'boolean', default: false },
    recoveries: { type: 'integer', default: 0 },
    startedAt: { type: 'datetime' },
    finishedAt: { type: 'datetime' },
  },
  indexes: [
    { name: 'article_images_runs_active_unique', columns: ['active_key'], type: 'unique' },
    { name: 'article_images_runs_article', columns: ['article_document_id'] },
    { name: 'article_images_runs_status', columns: ['status'] },
  ],
});
