import { useEffect, useRef } from 'react';

/**
 * Calls back when a form with changes has become clean and no save is under way. The host marks the form clean as soon
 * as it sends a save, before the server has it; only the end of the submission counts.
 */
export const useSavedSignal = (
  { modified, isSubmitting }: { modified: boolean; isSubmitting: boolean },
  onSaved: () => void,
): void => {
  const hadChanges = useRef(false);
  const callback = useRef(onSaved);
  callback.current = onSaved;
  useEffect(() => {
    if (modified) hadChanges.current = true;
    if (modified || isSubmitting || !hadChanges.current) return;
    hadChanges.current = false;
    callback.current();
  }, [modified, isSubmitting]);
};
