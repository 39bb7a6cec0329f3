import { expect, it } from 'vitest';
import { findPromptProblems } from './prompt-rules';
import { PLAIN_STYLE, styleSentence, withStyle, withoutStyle } from './style-bible';

const BODY = 'A gray heron waits at the edge of a reed bed with one leg lifted over still water.';
const OTHER = { ...PLAIN_STYLE, palette: 'moss green and mist gray', mood: 'quiet' };

it('adds the style of the set at the end', () => {
  expect(withStyle(BODY, PLAIN_STYLE)).toBe(`${BODY} ${styleSentence(PLAIN_STYLE)}`);
});

it('replaces a style that is there already', () => {
  const prompt = withStyle(withStyle(BODY, PLAIN_STYLE), OTHER);
  expect(prompt).toBe(`${BODY} ${styleSentence(OTHER)}`);
  expect(prompt).not.toContain(PLAIN_STYLE.palette);
});

it('gives back what the picture shows', () => {
  expect(withoutStyle(withStyle(BODY, OTHER))).toBe(BODY);
  expect(withoutStyle(BODY)).toBe(BODY);
});

it('breaks no rule for prompts', () => {
  const context = { title: '', names: new Set<string>(), isSensitive: true };
  expect(findPromptProblems(withStyle(BODY, PLAIN_STYLE), context)).toEqual([]);
});
