import {
  ACTIVE_RUN_STATUSES,
  TERMINAL_IMAGE_STATUSES,
  type ImageStatus,
  type RunStatus,
} from '../../../../shared/vocabulary';

export const isActiveRun = (status: RunStatus): boolean =>
  (ACTIVE_RUN_STATUSES as readonly RunStatus[]).includes(status);

/** Nothing more happens to the image by itself. */
export const isTerminalImage = (status: ImageStatus): boolean =>
  (TERMINAL_IMAGE_STATUSES as readonly ImageStatus[]).includes(status);

/** The image's making is over: it may be attached, or will never be. */
export const isMade = (status: ImageStatus): boolean =>
  status === 'stored' || isTerminalImage(status);

/**
 * How a run ends, from its images: all in place or waiting for a person is `completed`, some failed is `partial`,
 * nothing but failures is `failed`; stopped pictures make it `cancelled` unless one failed.
 */
export const finalStatus = (statuses: ImageStatus[]): RunStatus => {
  const has = (status: ImageStatus) => statuses.includes(status);
  const hasPicture = has('attached') || has('ready') || has('stored');
  if (has('failed')) return hasPicture ? 'partial' : 'failed';
  return has('cancelled') ? 'cancelled' : 'completed';
};
