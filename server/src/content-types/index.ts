import { articleSettings } from './article-settings';
import { generationRun } from './generation-run';
import { image } from './image';
import { modelConfig } from './model-config';
import { promptTemplate } from './prompt-template';

export const contentTypes = {
  'model-config': modelConfig,
  image,
  'generation-run': generationRun,
  'prompt-template': promptTemplate,
  'article-settings': articleSettings,
};
