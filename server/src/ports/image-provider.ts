import type { CostBasis } from '../../../shared/vocabulary';
import type { ImageSize } from '../domain/models/image-size';
import type { ModelPrice } from '../domain/models/model-config';

/** One provider-neutral order for one picture. Every value comes from the image row and its model config. */
export type ImageRequest = {
  /** The provider's id of the model. */
  model: string;
  prompt: string;
  /** Null when the model takes none. */
  negativePrompt: string | null;
  size: ImageSize;
  /** Null when the model ignores seeds. */
  seed: number | null;
  /** The model config's parameters, sent exactly as stored. */
  parameters: Record<string, unknown>;
  price: ModelPrice | null;
  /** What the picture is about, for providers that compose rather than paint. */
  hints: { subject: string; palette: string; section: string | null; role: string };
};

export type Cost = { microUsd: number | null; basis: CostBasis };

export type GenerateResult = {
  /** The bytes as the provider made them; not yet checked. */
  bytes: Buffer;
  /** The seed used, where the provider honours or reports one. */
  seed: number | null;
  /** The provider's id of this call, for support. */
  requestId: string | null;
  cost: Cost;
  tokens: { input: number; output: number } | null;
  /** What the provider ignored or changed. */
  warnings: string[];
};

export type GenerateContext = {
  signal: AbortSignal;
  /** The queue's handle of a call submitted earlier for the same picture: resume it instead of paying again. */
  handle: string | null;
  /** Called once with the service's handle, before polling starts. Resolves when it is saved. */
  onSubmitted: (handle: string) => Promise<void>;
};

export type ProviderDescription = {
  id: string;
  label: string;
  /** Hosts this provider calls, shown in the documentation and to the network guard. */
  hosts: string[];
  /** False when a key or address is missing; `missing` says which setting, for people. */
  isConfigured: boolean;
  missing: string | null;
  /** Pictures are marked previews, not for publication. */
  isPreview: boolean;
  /** How many calls may run at once per account. */
  concurrency: number;
  /** Milliseconds one picture takes, for the estimate; null when unknown. */
  typicalMs: number | null;
};

/** A service that runs image models. Implementations return bytes, never addresses. */
export interface ImageProvider {
  describe(): ProviderDescription;
  /** Names the account behind the key without revealing it: one queue per account keeps its limits. */
  account(): string;
  /** Makes one picture, or throws an `ArticleImagesError` whose code says what happened to the money. */
  generate(request: ImageRequest, context: GenerateContext): Promise<GenerateResult>;
}
