import { useId, useRef, type ReactNode } from 'react';
import { Flex, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { keepKeysFromForm } from '../components/save-keys';
import { useText } from '../components/useText';
import { useKeepFocus } from './live/useKeepFocus';

/** The panel is 124 to 758 pixels wide depending on the window: its parts ask for its width, not for the window's. */
const Section = styled.section`
  inline-size: 100%;
  container-type: inline-size;
  overflow-wrap: anywhere;
`;

/** The section every state of the panel is in: a name for screen readers, and the keys that must not reach the form. */
export const PanelFrame = ({ state, children }: { state: string; children: ReactNode }) => {
  const text = useText();
  const headingId = useId();
  const section = useRef<HTMLElement>(null);
  useKeepFocus(section, state);
  return (
    <Section
      ref={section}
      aria-labelledby={headingId}
      onKeyDown={keepKeysFromForm}
      data-testid="article-images-panel"
      data-state={state}
    >
      <VisuallyHidden>
        <h3 id={headingId} tabIndex={-1} data-panel-heading="">
          {text('panel.title')}
        </h3>
      </VisuallyHidden>
      <Flex direction="column" alignItems="flex-start" gap={2} width="100%">
        {children}
      </Flex>
    </Section>
  );
};
