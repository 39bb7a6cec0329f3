/** The part of cli-progress the demo uses; the package has no types of its own. */
declare module 'cli-progress' {
  type Options = {
    stream?: NodeJS.WriteStream;
    format?: string;
    barsize?: number;
    hideCursor?: boolean;
    clearOnComplete?: boolean;
  };
  type Preset = { barCompleteChar: string; barIncompleteChar: string };

  export class SingleBar {
    update(value: number, payload?: Record<string, unknown>): void;
  }

  export class MultiBar {
    constructor(options: Options, preset: Preset);
    create(total: number, startValue: number, payload?: Record<string, unknown>): SingleBar;
    stop(): void;
  }

  export const Presets: { shades_classic: Preset };
}
