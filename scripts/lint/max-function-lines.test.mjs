import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { maxFunctionLines } from './max-function-lines.mjs';

const lint = (code) =>
  new Linter()
    .verify(code, {
      plugins: { house: { rules: { 'max-function-lines': maxFunctionLines } } },
      rules: { 'house/max-function-lines': ['error', 5] },
    })
    .map((finding) => finding.message);

const statements = (count) => 'work();\n'.repeat(count);

describe('the length of functions', () => {
  it('accepts a function of the allowed length', () => {
    expect(lint(`const short = () => {\n${statements(3)}};`)).toEqual([]);
  });

  it('names a function that is too long, with its length', () => {
    expect(lint(`function long() {\n${statements(4)}}`)).toEqual([
      'long has 6 lines of its own, at most 5 are allowed.',
    ]);
  });

  it('does not count blank lines and comments', () => {
    expect(lint(`const short = () => {\n${statements(3)}\n// why\n/* and\nhow */\n};`)).toEqual([]);
  });

  it('counts a line with code and a comment', () => {
    expect(lint(`const long = () => {\n${'work(); // why\n'.repeat(4)}};`)).toHaveLength(1);
  });

  it('counts inner functions as part of an ordinary function', () => {
    const inner = `const inner = () => {\n${statements(2)}};\n`;
    expect(lint(`const outer = () => {\n${inner}};`)).toHaveLength(1);
  });

  it('measures the functions of a factory one by one', () => {
    const method = (name) => `${name}() {\n${statements(3)}},\n`;
    expect(lint(`const createStore = () => ({\n${method('read')}${method('write')}});`)).toEqual(
      [],
    );
  });

  it('still refuses a long function inside a factory', () => {
    expect(lint(`const createStore = () => ({\nread() {\n${statements(4)}},\n});`)).toEqual([
      'read has 6 lines of its own, at most 5 are allowed.',
    ]);
  });

  it('still refuses a factory that is long by itself', () => {
    expect(lint(`const createStore = () => {\n${statements(5)}return {};\n};`)).toHaveLength(1);
  });
});
