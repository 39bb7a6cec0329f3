/** One call that answers with JSON of a given schema. */
export interface TextModel {
  /** The model's name, for the record. */
  readonly model: string;
  complete(request: {
    system: string;
    user: string;
    /** JSON schema of the answer; closed objects, all properties required. */
    schema: Record<string, unknown>;
    schemaName: string;
    signal?: AbortSignal;
  }): Promise<{ json: unknown; tokens: { input: number; output: number } }>;
}
