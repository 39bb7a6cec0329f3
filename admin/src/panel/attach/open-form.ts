/**
 * What the host's form is doing, as far as placing pictures cares.
 * `closed`: another tab or no document, hands off. `saving`: a save is on its way with the old values.
 * `typing`: a key was just pressed in a text editor that hands its text over late, so `clean` cannot be trusted.
 */
export type FormState = 'closed' | 'saving' | 'typing' | 'clean' | 'dirty';

/** The open edit view, without the host's types: what the attach protocol reads and writes. */
export type OpenForm = {
  state: () => FormState;
  values: () => Record<string, unknown>;
  write: (path: string, value: unknown) => void;
  addRow: (path: string, row: Record<string, unknown>, index: number) => void;
  /** The caret stands in a text editor, which would lose what it holds when its value changes from outside. */
  isTextFocused: () => boolean;
};

/** Reads `hero.image` out of nested values. */
export const readPath = (values: Record<string, unknown>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? (value as Record<string, unknown>)[key]
          : undefined,
      values,
    );

/** The form keeps untouched values by reference; a value that came back equal counts as untouched too. */
export const isSameValue = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
