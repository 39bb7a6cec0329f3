import { availableParallelism } from 'node:os';
import { runStep } from './run-step.mjs';

const isReady = (step, pending) => (step.after ?? []).every((name) => !pending.has(name));

/**
 * Runs all steps, two at a time where the machine has the cores. A step waits for those named in `after` and for a free
 * `lane`; a failed step never keeps the others from running. Resolves with the results in the order given.
 */
export const runSteps = async (steps, options = {}) => {
  const slots = Math.min(2, availableParallelism());
  const labelWidth = Math.max(...steps.map((step) => step.name.length));
  const waiting = [...steps];
  const pending = new Set(steps.map((step) => step.name));
  const lanes = new Set();
  const active = new Set();
  const results = new Map();

  const start = (step) => {
    if (step.lane) lanes.add(step.lane);
    const work = runStep(step, { ...options, labelWidth }).then((result) => {
      results.set(step.name, result);
      pending.delete(step.name);
      active.delete(work);
      if (step.lane) lanes.delete(step.lane);
    });
    active.add(work);
  };

  while (pending.size > 0) {
    const next = waiting.findIndex((step) => isReady(step, pending) && !lanes.has(step.lane));
    if (next >= 0 && active.size < slots) start(waiting.splice(next, 1)[0]);
    else if (active.size > 0) await Promise.race(active);
    else throw new Error(`Steps wait for each other: ${waiting.map((s) => s.name).join(', ')}`);
  }
  return steps.map((step) => results.get(step.name));
};
