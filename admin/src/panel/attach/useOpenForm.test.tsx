import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HostForm, renderInAdmin, type FormApi } from '../../../../test/admin/render-admin';
import type { OpenForm } from './open-form';
import { useOpenForm } from './useOpenForm';

let host: FormApi;
let form: OpenForm;

const Reader = ({ isClosed }: { isClosed: boolean }) => {
  ({ form } = useOpenForm(isClosed));
  return <div contentEditable suppressContentEditableWarning aria-label="text" tabIndex={0} />;
};

const open = (isClosed = false) =>
  renderInAdmin(
    <HostForm
      initialValues={{ title: 'Bees', blocks: [] }}
      onReady={(api) => {
        host = api;
      }}
    >
      <Reader isClosed={isClosed} />
    </HostForm>,
  );

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the open form', () => {
  it('is clean, dirty and saving as the host says', () => {
    open();
    expect(form.state()).toBe('clean');
    act(() => host.change('title', 'Bees fly'));
    expect(form.state()).toBe('dirty');
    act(() => host.submit(true));
    expect(form.state()).toBe('saving');
    act(() => host.submit(false));
    act(() => host.saved());
    expect(form.state()).toBe('clean');
  });

  it('is not to be touched on the published tab', () => {
    open(true);
    act(() => host.change('title', 'Bees fly'));
    expect(form.state()).toBe('closed');
  });

  it('counts a key in a text editor as typing until the editor has told the form', () => {
    open();
    fireEvent.keyDown(screen.getByLabelText('text'), { key: 'a' });
    expect(form.state()).toBe('typing');
    vi.advanceTimersByTime(599);
    expect(form.state()).toBe('typing');
    vi.advanceTimersByTime(1);
    expect(form.state()).toBe('clean');
  });

  it('does not wait for plain fields: they tell the form at once', () => {
    open();
    fireEvent.keyDown(screen.getByLabelText('title'), { key: 'a' });
    expect(form.state()).toBe('clean');
  });

  it('knows when the caret is in the text', () => {
    open();
    act(() => screen.getByLabelText('title').focus());
    expect(form.isTextFocused()).toBe(false);
    act(() => screen.getByLabelText('text').focus());
    expect(form.isTextFocused()).toBe(true);
  });

  it('writes values and gives new rows the key that drag and drop needs', () => {
    open();
    act(() => form.write('title', 'Written'));
    act(() => form.addRow('blocks', { __component: 'shared.media' }, 0));
    act(() => form.addRow('blocks', { __component: 'shared.quote' }, 0));
    expect(form.values()).toMatchObject({ title: 'Written' });
    const rows = form.values().blocks as { __component: string; __temp_key__: string }[];
    expect(rows.map((row) => row.__component)).toEqual(['shared.quote', 'shared.media']);
    expect(new Set(rows.map((row) => row.__temp_key__)).size).toBe(2);
  });
});
