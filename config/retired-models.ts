/** A model its provider has switched off: an old configuration then gets a sentence instead of a bare 404. */
export type RetiredModel = {
  provider: string;
  model: string;
  /** First day without it, ISO date. */
  retiredOn: string;
  /** A model of the catalogue that takes its place. */
  replacement: string;
};

export const RETIRED_MODELS: readonly RetiredModel[] = [
  {
    provider: 'openai',
    model: 'dall-e-2',
    retiredOn: '2026-05-12',
    replacement: 'gpt-image-1-mini',
  },
  { provider: 'openai', model: 'dall-e-3', retiredOn: '2026-05-12', replacement: 'gpt-image-1.5' },
  {
    provider: 'openai',
    model: 'gpt-image-1',
    retiredOn: '2026-10-23',
    replacement: 'gpt-image-1.5',
  },
];

/** The sentence for a model config whose model is gone; null for every other model. */
export const retirementNotice = ({
  provider,
  model,
}: {
  provider: string;
  model: string;
}): string | null => {
  const found = RETIRED_MODELS.find((one) => one.provider === provider && one.model === model);
  if (!found) return null;
  return `The model ${model} was switched off by its provider on ${found.retiredOn}. Use ${found.replacement} instead.`;
};
