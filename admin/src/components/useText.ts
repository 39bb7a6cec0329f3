import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../../../shared/vocabulary';
import type english from '../translations/en.json';

export type MessageKey = keyof typeof english;
type Values = Record<string, string | number | boolean | null>;

/** `text(key, values)`: a sentence in the admin's language. Keys are checked against the English file. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key: MessageKey, values?: Values): string =>
      formatMessage({ id: `${PLUGIN_ID}.${key}` }, values),
    [formatMessage],
  );
};

export type Text = ReturnType<typeof useText>;
