import { Box } from '@strapi/design-system';

/** As high as the panel most often is, so that the panels below do not jump. */
export const PanelSkeleton = () => (
  <Box background="neutral100" hasRadius width="100%" height="13.2rem" aria-busy="true" />
);
