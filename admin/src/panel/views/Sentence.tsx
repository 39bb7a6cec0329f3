import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';

/** The one sentence most states consist of. */
export const Sentence = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral800">{children}</Typography>
);
