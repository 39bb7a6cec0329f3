import { useEffect, useRef, type RefObject } from 'react';

/**
 * When the panel changes its state, the button that was pressed is gone and the focus would fall to the page. It goes
 * to the panel's heading instead, but only if it was in the panel.
 */
export const useKeepFocus = (section: RefObject<HTMLElement>, state: string): void => {
  const hadFocus = useRef(false);
  useEffect(() => {
    const node = section.current;
    if (!node) return undefined;
    const enter = () => {
      hadFocus.current = true;
    };
    const leave = (event: FocusEvent) => {
      // A removed element has nowhere the focus went to; only a real move away counts.
      if (event.relatedTarget instanceof Node && !node.contains(event.relatedTarget)) {
        hadFocus.current = false;
      }
    };
    node.addEventListener('focusin', enter);
    node.addEventListener('focusout', leave);
    return () => {
      node.removeEventListener('focusin', enter);
      node.removeEventListener('focusout', leave);
    };
  }, [section]);
  useEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    section.current?.querySelector<HTMLElement>('[data-panel-heading]')?.focus();
  }, [section, state]);
};
