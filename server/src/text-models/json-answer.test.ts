import { describe, expect, it } from 'vitest';
import { findJson } from './json-answer';

const ANSWER = '{"images":[{"prompt":"a \\"} brace { in text"}]}';
const VALUE = JSON.parse(ANSWER) as unknown;

describe('findJson', () => {
  it.each([
    ['alone', ANSWER],
    ['with space around it', `\n\n ${ANSWER} \n`],
    ['in a code fence', `\`\`\`json\n${ANSWER}\n\`\`\``],
    ['between sentences', `Here you are:\n${ANSWER}\nI hope it helps {really}.`],
    ['after thoughts', `<think>Maybe {"images":[]}? No.</think>\n${ANSWER}`],
    ['after thoughts without their opening mark', `Hmm, {"a":1}.</think>${ANSWER}`],
    ['after <thinking>', `<thinking>{</thinking>${ANSWER}`],
    ['after braces that are no JSON', `I use {braces} a lot. ${ANSWER}`],
  ])('finds the answer %s', (_name, content) => {
    expect(findJson(content)?.value).toEqual(VALUE);
  });

  it.each([
    ['half of it', ANSWER.slice(0, 30)],
    ['prose', 'Sure! Here are some ideas.'],
    ['nothing', ''],
    ['a number', '42'],
    ['null', 'null'],
    ['thoughts that never end', `<think>Maybe ${ANSWER}`],
  ])('finds nothing in %s', (_name, content) => {
    expect(findJson(content)).toBeNull();
  });

  it('is quick on a text made of braces', () => {
    const started = performance.now();
    expect(findJson('{'.repeat(200_000))).toBeNull();
    expect(findJson('{x}'.repeat(100_000))).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
