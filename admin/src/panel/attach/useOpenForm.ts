import { useEffect, useMemo, useRef } from 'react';
import { useForm } from '@strapi/strapi/admin';
import type { FormState, OpenForm } from './open-form';

type Values = Record<string, unknown>;

/** The block editor hands its text to the form 300 ms after the last key; twice that is safe. */
const TYPING_MS = 600;

const TYPING_EVENTS = ['keydown', 'beforeinput', 'paste', 'drop'] as const;

/** Editors that keep text to themselves; plain inputs tell the form at once. */
const isTextEditor = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('[contenteditable="true"], .CodeMirror, .ck-editor') !== null ||
    target.tagName === 'TEXTAREA');

const useLastTyped = () => {
  const lastTyped = useRef(-Infinity);
  useEffect(() => {
    const note = (event: Event): void => {
      if (isTextEditor(event.target)) lastTyped.current = Date.now();
    };
    TYPING_EVENTS.forEach((name) => document.addEventListener(name, note, true));
    return () => TYPING_EVENTS.forEach((name) => document.removeEventListener(name, note, true));
  }, []);
  return lastTyped;
};

const formState = (facts: {
  isClosed: boolean;
  isSubmitting: boolean;
  modified: boolean;
  lastTyped: number;
}): FormState => {
  if (facts.isClosed) return 'closed';
  if (facts.isSubmitting) return 'saving';
  if (Date.now() - facts.lastTyped < TYPING_MS) return 'typing';
  return facts.modified ? 'dirty' : 'clean';
};

/** The host's form behind our own narrow type, always as it is at the moment of the question. */
export const useOpenForm = (isClosed: boolean) => {
  const modified = useForm('ArticleImages', (state) => state.modified);
  const isSubmitting = useForm('ArticleImages', (state) => state.isSubmitting);
  const getValues = useForm('ArticleImages', (state) => state.getValues);
  const onChange = useForm('ArticleImages', (state) => state.onChange);
  const addFieldRow = useForm('ArticleImages', (state) => state.addFieldRow);
  const lastTyped = useLastTyped();
  const latest = useRef({ isClosed, isSubmitting, modified });
  latest.current = { isClosed, isSubmitting, modified };

  const form = useMemo<OpenForm>(
    () => ({
      state: () => formState({ ...latest.current, lastTyped: lastTyped.current }),
      values: () => getValues() as Values,
      write: (path, value) => onChange(path, value),
      addRow: (path, row, index) => addFieldRow(path, row, index),
      isTextFocused: () => isTextEditor(document.activeElement),
    }),
    [getValues, onChange, addFieldRow, lastTyped],
  );
  return { form, modified, isSubmitting };
};
