import { expect, it } from 'vitest';
import { problemsOfType, toSaveProblem } from './save-problem';

const fields = [
  { path: 'contentTypes.api::article.article.mapping.cover', problem: 'is gone' },
  { path: 'tier', problem: 'does not exist' },
];

it('a refused save names its fields, and those of one content type', () => {
  const problem = toSaveProblem({ status: 400, details: { code: 'settings_invalid', fields } });
  expect(problem).toMatchObject({ isConflict: false, fields, error: { code: 'settings_invalid' } });
  expect(problemsOfType(problem, 'api::article.article')).toEqual([fields[0]]);
  expect(problemsOfType(problem, 'api::page.page')).toEqual([]);
  expect(problemsOfType(null, 'api::page.page')).toEqual([]);
});

it('somebody else saved in between', () => {
  const details = { code: 'settings_invalid', conflict: true, version: 4 };
  expect(toSaveProblem({ status: 400, details })).toMatchObject({ isConflict: true, fields: [] });
});

it('a failure without details is still told', () => {
  expect(toSaveProblem({ name: 'TypeError', message: 'Failed to fetch' })).toMatchObject({
    isConflict: false,
    fields: [],
    error: { code: 'internal' },
  });
});
