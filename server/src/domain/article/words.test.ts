import { describe, expect, it } from 'vitest';
import { countWords, wordSimilarity, wordsOf } from './words';

describe('words', () => {
  it('are counted in scripts that put no spaces between them', () => {
    expect(countWords('The quick brown fox’s den, 3 times.')).toBe(7);
    expect(countWords('红烧鲤鱼是一道家常鲁菜')).toBeGreaterThan(4);
    expect(countWords('このレッスンでは画像分類について学びます')).toBeGreaterThan(6);
    expect(countWords('ภาษาไทยไม่มีช่องว่าง')).toBeGreaterThan(3);
    expect(countWords('تُعدّ مدونة السلوك وثيقة')).toBe(4);
    expect(countWords(' — … 🎉 ')).toBe(0);
  });

  it('of one very long paragraph are all counted, and in no more time than those of many short ones', () => {
    const sentence = 'Boats rest on the calm water while gulls circle over the nets. ';
    expect(countWords(sentence.repeat(3_000))).toBe(36_000);
    const [first, ...others] = wordsOf('红烧鲤鱼'.repeat(2_000));
    expect(first).toBeTruthy();
    expect(others.join('')).toContain('鲤鱼');
  }, 5_000);

  it('come in lower case', () => {
    expect(wordsOf('One TWO-three')).toEqual(['one', 'two', 'three']);
  });

  it('make texts alike by the share they have in common', () => {
    expect(wordSimilarity('one two three', 'three TWO one')).toBe(1);
    expect(wordSimilarity('one two three four', 'one two three five')).toBe(0.75);
    expect(wordSimilarity('one one one', 'one')).toBe(0.5);
    expect(wordSimilarity('one', 'two')).toBe(0);
    expect(wordSimilarity('', '')).toBe(0);
  });
});
