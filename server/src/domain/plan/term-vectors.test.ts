import { expect, it } from 'vitest';
import { cosine, countTerms } from './term-vectors';

const terms = (text: string) => countTerms(text.split(' '));

it('calls the same words the same, in whatever number', () => {
  expect(cosine(terms('bee hive bee'), terms('bee bee hive'))).toBeCloseTo(1);
  expect(cosine(terms('bee hive'), terms('bee hive bee hive'))).toBeCloseTo(1);
});

it('calls texts without a common word different', () => {
  expect(cosine(terms('bee hive'), terms('stone wall'))).toBe(0);
});

it('lies in between for texts that share some', () => {
  expect(cosine(terms('bee hive'), terms('bee wall'))).toBeCloseTo(0.5);
});

it('calls nothing like nothing', () => {
  expect(cosine(countTerms([]), terms('bee'))).toBe(0);
  expect(cosine(countTerms([]), countTerms([]))).toBe(0);
});
