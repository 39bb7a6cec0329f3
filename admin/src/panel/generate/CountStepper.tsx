import { useId, type KeyboardEvent } from 'react';
import { Flex, IconButton, TextButton, Typography } from '@strapi/design-system';
import { Minus, Plus } from '@strapi/icons';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';

const Value = styled.span`
  min-inline-size: 2.4rem;
  text-align: center;
  border-radius: ${({ theme }) => theme.borderRadius};
  color: ${({ theme }) => theme.colors.neutral800};
  font-weight: 600;
  font-size: 1.6rem;
  line-height: 1.5;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

type Props = {
  value: number;
  max: number;
  /** What the article would get without a choice of its own. */
  inherited: number;
  onChange: (count: number) => void;
};

const STEPS: Record<string, (value: number, max: number) => number> = {
  ArrowUp: (value) => value + 1,
  ArrowRight: (value) => value + 1,
  ArrowDown: (value) => value - 1,
  ArrowLeft: (value) => value - 1,
  Home: () => 0,
  End: (_value, max) => max,
};

/** How many pictures the text gets. Not a number field: Enter in one would press the form's Save. */
export const CountStepper = ({ value, max, inherited, onChange }: Props) => {
  const text = useText();
  const labelId = useId();
  const set = (next: number) => onChange(Math.min(max, Math.max(0, next)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    set(step(value, max));
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1} width="100%">
      <Typography id={labelId} variant="pi" fontWeight="bold" textColor="neutral800">
        {text('choice.count')}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <IconButton
          label={text('choice.count.less')}
          withTooltip={false}
          size="S"
          disabled={value <= 0}
          onClick={() => set(value - 1)}
        >
          <Minus />
        </IconButton>
        <Value
          role="spinbutton"
          tabIndex={0}
          aria-labelledby={labelId}
          aria-valuenow={value}
          aria-valuemin={0}
          aria-valuemax={max}
          onKeyDown={onKeyDown}
        >
          {value}
        </Value>
        <IconButton
          label={text('choice.count.more')}
          withTooltip={false}
          size="S"
          disabled={value >= max}
          onClick={() => set(value + 1)}
        >
          <Plus />
        </IconButton>
        {value === inherited ? (
          <Typography variant="pi" textColor="neutral600">
            {text('choice.count.default')}
          </Typography>
        ) : (
          <TextButton onClick={() => set(inherited)}>
            {text('choice.count.reset', { n: inherited })}
          </TextButton>
        )}
      </Flex>
    </Flex>
  );
};
