import type { ErrorCode } from '../../../shared/error-codes';
import { useText } from './useText';

export type Failure = { code: ErrorCode; charged: 'no' | 'yes' | 'maybe'; message?: string };

/** What went wrong and what it cost, as one text: the sentence belongs to the code, not to the moment. */
export const useErrorText = () => {
  const text = useText();
  return ({ code, charged }: Failure): string =>
    `${text(`error.${code}`)} ${text(`charged.${charged}`)}`;
};

/** The same with the technical message for those who can do something about it. */
export const ErrorSentence = ({
  failure,
  hasDetails = false,
}: {
  failure: Failure;
  hasDetails?: boolean;
}) => {
  const text = useText();
  const sentence = useErrorText()(failure);
  return (
    <>
      {sentence}
      {hasDetails && failure.message ? (
        <details>
          <summary>{text('error.details')}</summary>
          {failure.message}
        </details>
      ) : null}
    </>
  );
};
