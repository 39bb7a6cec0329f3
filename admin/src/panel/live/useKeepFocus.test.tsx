import { useRef, useState } from 'react';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useKeepFocus } from './useKeepFocus';

afterEach(cleanup);

let setState: (state: string) => void;

const Panel = () => {
  const section = useRef<HTMLElement>(null);
  const [state, set] = useState('idle');
  setState = set;
  useKeepFocus(section, state);
  return (
    <>
      <section ref={section}>
        <h3 tabIndex={-1} data-panel-heading="">
          Panel
        </h3>
        {state === 'idle' ? <button type="button">Generate</button> : <p>Running</p>}
      </section>
      <input aria-label="title" />
    </>
  );
};

it('takes the place of a button that is gone', () => {
  render(<Panel />);
  act(() => screen.getByText('Generate').focus());
  act(() => setState('running'));
  expect(document.activeElement).toBe(screen.getByRole('heading'));
});

it('leaves the focus where the editor is writing', () => {
  render(<Panel />);
  act(() => screen.getByText('Generate').focus());
  act(() => screen.getByLabelText('title').focus());
  act(() => setState('running'));
  expect(document.activeElement).toBe(screen.getByLabelText('title'));
});

it('takes no focus that was never in the panel', () => {
  render(<Panel />);
  fireEvent.click(document.body);
  act(() => setState('running'));
  expect(document.activeElement).toBe(document.body);
});
