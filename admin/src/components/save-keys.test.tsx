import { createPortal } from 'react-dom';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepKeysFromForm } from './save-keys';

const onWindow = vi.fn();
const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());

beforeEach(() => {
  onWindow.mockClear();
  onSubmit.mockClear();
  window.addEventListener('keydown', onWindow);
});
afterEach(() => {
  window.removeEventListener('keydown', onWindow);
  cleanup();
});

const Panel = () => (
  <form onSubmit={onSubmit}>
    <div onKeyDown={keepKeysFromForm}>
      <input aria-label="count" />
      <button type="button">inside</button>
      {createPortal(<button type="button">in a menu</button>, document.body)}
    </div>
    <button type="submit">Save</button>
  </form>
);

describe('keys pressed in our part of the form', () => {
  it('Enter in a field does not press Save', () => {
    render(<Panel />);
    const isDefault = fireEvent.keyDown(screen.getByLabelText('count'), { key: 'Enter' });
    expect(isDefault).toBe(false);
  });

  it('Enter on a button works', () => {
    render(<Panel />);
    expect(fireEvent.keyDown(screen.getByText('inside'), { key: 'Enter' })).toBe(true);
  });

  it.each([
    { key: 'Enter', ctrlKey: true },
    { key: 'Enter', metaKey: true },
    { key: 'Enter', ctrlKey: true, shiftKey: true },
    { key: 's', ctrlKey: true },
  ])('a save shortcut in one of our menus does not reach the host: %o', (chord) => {
    render(<Panel />);
    fireEvent.keyDown(screen.getByText('in a menu'), chord);
    expect(onWindow).not.toHaveBeenCalled();
  });

  it('every other key in a menu does', () => {
    render(<Panel />);
    fireEvent.keyDown(screen.getByText('in a menu'), { key: 'ArrowDown' });
    expect(onWindow).toHaveBeenCalledTimes(1);
  });

  it('a save shortcut in the panel itself saves the article, as everywhere on the page', () => {
    render(<Panel />);
    fireEvent.keyDown(screen.getByText('inside'), { key: 'Enter', ctrlKey: true });
    expect(onWindow).toHaveBeenCalledTimes(1);
  });
});
