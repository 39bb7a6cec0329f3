import { runSteps } from './steps/run-steps.mjs';
import { stopOnSignals } from './steps/run-step.mjs';
import { quickSteps } from './steps/steps.mjs';
import { printSummary } from './steps/summary.mjs';

stopOnSignals();
const startedAt = Date.now();
const results = await runSteps(quickSteps());
process.exitCode = printSummary(results, Date.now() - startedAt) ? 0 : 1;
