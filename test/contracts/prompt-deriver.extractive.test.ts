import { createExtractiveDeriver } from '../../server/src/derivers/extractive/extractive-deriver';
import { describePromptDeriver } from './prompt-deriver.contract';

describePromptDeriver('extractive', createExtractiveDeriver);
