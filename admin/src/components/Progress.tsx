import { styled } from 'styled-components';

const Track = styled.div`
  inline-size: 100%;
  block-size: 0.8rem;
  overflow: hidden;
  border-radius: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Bar = styled.div`
  block-size: 100%;
  border-radius: inherit;
  background: ${({ theme }) => theme.colors.primary600};
  transition: inline-size 400ms ease-out;
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

type Props = { percent: number; label: string; valueText: string };

/** The design system's bar keeps its value from screen readers and has a width of its own. */
export const Progress = ({ percent, label, valueText }: Props) => (
  <Track
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={percent}
    aria-valuetext={valueText}
  >
    <Bar style={{ inlineSize: `${percent}%` }} />
  </Track>
);
