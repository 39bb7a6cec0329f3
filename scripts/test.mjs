/**
 * `npm test`: everything, from a fresh clone to the browser. Uses Node built-ins only, because it is what installs the
 * packages. A failing step does not stop the others; the last line is `N passed, N failed`.
 */
import { readServices } from './services/services-env.mjs';
import { runSteps } from './steps/run-steps.mjs';
import { stopOnSignals } from './steps/run-step.mjs';
import { preparationSteps, testSteps } from './steps/steps.mjs';
import { printSummary } from './steps/summary.mjs';

stopOnSignals();
const startedAt = Date.now();
const prepared = await runSteps(preparationSteps());
const tested = await runSteps(testSteps(), { env: readServices() });
const passed = printSummary([...prepared, ...tested], Date.now() - startedAt);
process.exitCode = passed ? 0 : 1;
