import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Check, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';
import type { RunDto } from '../../../../shared/contracts/runs';
import { useText, type Text } from '../../components/useText';
import { currentNumber, phaseStates, type PhaseState, type ShownPhase } from './run-words';

/** Where there is room for two words a line, only the current step is shown. */
const List = styled.ol`
  display: grid;
  gap: ${({ theme }) => theme.spaces[1]};
  margin: 0;
  padding: 0;
  list-style: none;
  @container (max-width: 150px) {
    & > li:not([aria-current]) {
      display: none;
    }
  }
`;

const Mark = styled.span`
  display: inline-grid;
  place-items: center;
  inline-size: 1.2rem;
  flex: none;
`;

export const phaseText = (
  text: Text,
  phase: ShownPhase,
  run: Pick<RunDto, 'images' | 'counts'>,
): string =>
  phase === 'generate'
    ? text('run.phase.generate', { i: currentNumber(run), n: run.counts.planned })
    : text(`run.phase.${phase}`);

const Icon = ({ state }: { state: PhaseState }) => {
  if (state === 'done')
    return <Check width="1.2rem" height="1.2rem" fill="success600" aria-hidden />;
  if (state === 'current') {
    return <ChevronRight width="1.2rem" height="1.2rem" fill="primary600" aria-hidden />;
  }
  return null;
};

export const PhaseList = ({ run }: { run: RunDto }) => {
  const text = useText();
  return (
    <List>
      {phaseStates(run).map(({ phase, state }) => (
        <li key={phase} aria-current={state === 'current' ? 'step' : undefined}>
          <Flex gap={2} alignItems="center">
            <Mark>
              <Icon state={state} />
            </Mark>
            <Typography
              variant="pi"
              textColor={state === 'current' ? 'neutral800' : 'neutral600'}
              fontWeight={state === 'current' ? 'bold' : undefined}
            >
              {phase === 'generate' ? text('run.phase.makeImages') : text(`run.phase.${phase}`)}
              <VisuallyHidden>{text(`run.phaseState.${state}`)}</VisuallyHidden>
            </Typography>
          </Flex>
        </li>
      ))}
    </List>
  );
};
