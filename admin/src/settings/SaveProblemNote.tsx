import { Flex, TextButton } from '@strapi/design-system';
import { Note } from '../components/Note';
import { useText } from '../components/useText';
import type { SaveProblem } from './save-problem';

/** Why nothing was saved: somebody else was faster, fields that are wrong, or the request itself. */
export const SaveProblemNote = ({
  problem,
  onReload,
}: {
  problem: SaveProblem;
  onReload: () => void;
}) => {
  const text = useText();
  if (problem.isConflict) {
    return (
      <Note kind="warning">
        <Flex direction="column" alignItems="flex-start" gap={1} role="alert">
          {text('settings.conflict')}
          <TextButton onClick={onReload}>{text('settings.loadTheirs')}</TextButton>
        </Flex>
      </Note>
    );
  }
  return (
    <Note kind="danger">
      <div role="alert">
        {text('settings.notSaved')}
        {problem.fields.length > 0 ? (
          <ul>
            {problem.fields.map((field) => (
              <li key={`${field.path}:${field.problem}`}>
                <code>{field.path}</code>
                {': '}
                {field.problem}
              </li>
            ))}
          </ul>
        ) : (
          ` ${problem.error.message || text(`error.${problem.error.code}`)}`
        )}
      </div>
    </Note>
  );
};
