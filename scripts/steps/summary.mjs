import { existsSync, readFileSync } from 'node:fs';

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Test counts of one step: from its vitest report, or none for a tool that only passes or fails. */
const countTests = (result) => {
  if (!result.report) return { passed: 0, failed: result.ok ? 0 : 1 };
  // No report means the runner itself broke, whatever it said.
  if (!existsSync(result.report)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(result.report, 'utf8'));
  const failed = report.numFailedTests;
  // A file that cannot be loaded fails without any failed test in it.
  return { passed: report.numPassedTests, failed: result.ok ? failed : Math.max(failed, 1) };
};

/**
 * Prints a table of the steps and, as the last line, `N passed, N failed`: the tests of all vitest reports; a tool that
 * failed counts as one failure. Returns whether everything passed.
 */
export const printSummary = (results, totalMs) => {
  const width = Math.max(...results.map((result) => result.name.length));
  const total = { passed: 0, failed: 0 };
  console.log('');
  for (const result of results) {
    const { passed, failed } = countTests(result);
    total.passed += passed;
    total.failed += failed;
    const counts = result.report ? `${passed} passed, ${failed} failed` : '';
    const state = result.ok && failed === 0 ? 'ok    ' : 'FAILED';
    console.log(
      `${state} ${result.name.padEnd(width)} ${seconds(result.ms).padStart(9)}  ${counts}`,
    );
  }
  console.log(`       ${'total'.padEnd(width)} ${seconds(totalMs).padStart(9)}`);
  console.log('');
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
};
