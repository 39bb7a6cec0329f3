import type { FormState, OpenForm } from '../../admin/src/panel/attach/open-form';

type Values = Record<string, unknown>;

/** An open edit view in memory, with what an editor and the host can do to it. */
export const createFakeForm = (initial: Values) => {
  let values = initial;
  let saved = initial;
  let isSaving = false;
  let isTyping = false;
  let isClosed = false;
  let isTextFocused = false;
  const written: string[] = [];
  const added: { path: string; row: Values; index: number }[] = [];
  const isClean = () => JSON.stringify(values) === JSON.stringify(saved);

  const form: OpenForm & { onWrite: (path: string) => void } = {
    onWrite: () => undefined,
    state: (): FormState => {
      if (isClosed) return 'closed';
      if (isSaving) return 'saving';
      if (isTyping) return 'typing';
      return isClean() ? 'clean' : 'dirty';
    },
    values: () => values,
    write: (path, value) => {
      values = { ...values, [path]: value };
      written.push(path);
      form.onWrite(path);
    },
    addRow: (path, row, index) => {
      const rows = [...((values[path] ?? []) as Values[])];
      rows.splice(index, 0, { ...row, __temp_key__: `key${added.length}` });
      values = { ...values, [path]: rows };
      added.push({ path, row, index });
    },
    isTextFocused: () => isTextFocused,
  };
  return Object.assign(form, {
    written: () => written,
    added: () => added,
    /** The editor changes a field. */
    type: (path: string, value: unknown) => {
      values = { ...values, [path]: value };
    },
    focusText: (isFocused: boolean) => {
      isTextFocused = isFocused;
    },
    setTyping: (typing: boolean) => {
      isTyping = typing;
    },
    close: () => {
      isClosed = true;
    },
    /** The host reads the document again and takes all its values. */
    reset: (next: Values) => {
      values = next;
      saved = next;
    },
    /** A save begins: what is sent is what stands in the form now. */
    beginSave: (): Values => {
      isSaving = true;
      return values;
    },
    endSave: (stored: Values) => {
      isSaving = false;
      saved = stored;
      values = stored;
    },
  });
};
