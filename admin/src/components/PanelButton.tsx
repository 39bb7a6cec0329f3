import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Full width, and as high as its words need: the design system's has one line, which 124 pixels are too few for. */
export const PanelButton = styled(Button).attrs({ fullWidth: true })`
  block-size: auto;
  min-block-size: 3.2rem;
  padding-block: ${({ theme }) => theme.spaces[1]};
  & span {
    white-space: normal;
  }
`;
