/** How often each word occurs in a piece of text. */
export type Terms = ReadonlyMap<string, number>;

export const countTerms = (words: readonly string[]): Terms => {
  const terms = new Map<string, number>();
  for (const word of words) terms.set(word, (terms.get(word) ?? 0) + 1);
  return terms;
};

const length = (terms: Terms): number =>
  Math.sqrt([...terms.values()].reduce((sum, value) => sum + value * value, 0));

/** How alike two pieces of text are by their words: 0 nothing in common, 1 the same proportions. */
export const cosine = (a: Terms, b: Terms): number => {
  const lengths = length(a) * length(b);
  if (lengths === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [word, value] of small) dot += value * (large.get(word) ?? 0);
  return dot / lengths;
};
