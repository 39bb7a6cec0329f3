import type { Rule } from 'eslint';

export const maxFunctionLines: Rule.RuleModule;
