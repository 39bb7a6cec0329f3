import type { ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';

export type NoteKind = 'info' | 'success' | 'warning' | 'danger';

const LOOKS = {
  info: { Icon: Information, background: 'neutral100', fill: 'neutral600' },
  success: { Icon: CheckCircle, background: 'success100', fill: 'success600' },
  warning: { Icon: WarningCircle, background: 'warning100', fill: 'warning700' },
  danger: { Icon: WarningCircle, background: 'danger100', fill: 'danger600' },
} as const;

/**
 * A short message in place. The design system's Alert always draws a close button, which submits the form around it,
 * and its warning colour is too faint to read.
 */
export const Note = ({ kind = 'info', children }: { kind?: NoteKind; children: ReactNode }) => {
  const { Icon, background, fill } = LOOKS[kind];
  return (
    <Flex
      background={background}
      hasRadius
      padding={2}
      gap={2}
      alignItems="flex-start"
      width="100%"
      data-note={kind}
    >
      <Flex shrink={0} paddingTop="2px" aria-hidden>
        <Icon fill={fill} width="1.4rem" height="1.4rem" />
      </Flex>
      <Typography variant="pi" textColor="neutral800" tag="div">
        {children}
      </Typography>
    </Flex>
  );
};
