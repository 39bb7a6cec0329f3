import { createContentApiController } from './content-api';
import { createRunsController } from './runs';
import { createSettingsController } from './settings';

export const controllers = {
  runs: createRunsController,
  settings: createSettingsController,
  'content-api': createContentApiController,
};
