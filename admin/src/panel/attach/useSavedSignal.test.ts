import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useSavedSignal } from './useSavedSignal';

afterEach(cleanup);

const start = () => {
  const onSaved = vi.fn();
  const view = renderHook(
    (form: { modified: boolean; isSubmitting: boolean }) => useSavedSignal(form, onSaved),
    { initialProps: { modified: false, isSubmitting: false } },
  );
  const go = (modified: boolean, isSubmitting: boolean) =>
    view.rerender({ modified, isSubmitting });
  return { onSaved, go };
};

it('says so when changes are gone and no save is under way', () => {
  const { onSaved, go } = start();
  go(true, false);
  go(true, true);
  go(false, true);
  expect(onSaved).not.toHaveBeenCalled();
  go(false, false);
  expect(onSaved).toHaveBeenCalledTimes(1);
});

it('says nothing of a form that had no changes', () => {
  const { onSaved, go } = start();
  go(false, true);
  go(false, false);
  expect(onSaved).not.toHaveBeenCalled();
});

it('says nothing of a save that failed', () => {
  const { onSaved, go } = start();
  go(true, true);
  go(true, false);
  expect(onSaved).not.toHaveBeenCalled();
});

it('says it once for each save', () => {
  const { onSaved, go } = start();
  go(true, false);
  go(false, false);
  go(false, false);
  go(true, false);
  go(false, false);
  expect(onSaved).toHaveBeenCalledTimes(2);
});
