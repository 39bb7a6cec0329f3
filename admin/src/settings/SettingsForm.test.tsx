import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SettingsDto } from '../services/settings';
import { makeSettings, makeTypeOption } from '../../../test/admin/builders';
import { HttpFailure, stubHttp } from '../../../test/admin/http-stub';
import { renderInAdmin } from '../../../test/admin/render-admin';
import { SettingsForm } from './SettingsForm';

const server = stubHttp();

const open = (data: SettingsDto = makeSettings(), canUpdate = true) => {
  const onReload = vi.fn(async () => undefined);
  return {
    onReload,
    ...renderInAdmin(<SettingsForm data={data} canUpdate={canUpdate} onReload={onReload} />),
  };
};

const save = () => screen.findByRole('button', { name: 'Save' });
const switchOn = () =>
  fireEvent.click(screen.getByRole('checkbox', { name: 'Images for Article' }));
const isDisabled = (node: HTMLElement) => node.getAttribute('aria-disabled') === 'true';

describe('the settings page', () => {
  it('saves what was switched on, with its proposed fields', async () => {
    server.on('PUT /settings', { data: makeSettings() });
    open();
    expect(isDisabled(await save())).toBe(true);
    switchOn();
    await waitFor(async () => expect(isDisabled(await save())).toBe(false));
    fireEvent.click(await save());
    await waitFor(() => expect(server.calls('PUT /settings')).toHaveLength(1));
    expect(server.calls('PUT /settings')[0]?.body).toMatchObject({
      version: 3,
      count: 4,
      contentTypes: [
        {
          uid: 'api::article.article',
          isEnabled: true,
          mapping: { title: 'title', cover: { field: 'cover' }, inArticle: { kind: 'body' } },
        },
      ],
    });
    expect(await screen.findByText('Settings saved')).toBeTruthy();
  });

  it('names every field the server refused, above and at its content type', async () => {
    const fields = [
      { path: 'contentTypes.api::article.article.mapping.cover', problem: 'is gone' },
    ];
    server.on('PUT /settings', () => {
      throw new HttpFailure(400, 'settings_invalid', { fields });
    });
    open();
    switchOn();
    await waitFor(async () => expect(isDisabled(await save())).toBe(false));
    fireEvent.click(await save());
    expect(await screen.findByText('The settings were not saved.')).toBeTruthy();
    expect(screen.getByText(/is gone/)).toBeTruthy();
    expect(screen.getByLabelText('Needs attention')).toBeTruthy();
  });

  it('offers the version of somebody who saved in between, and saves nothing over it', async () => {
    server.on('PUT /settings', () => {
      throw new HttpFailure(400, 'settings_invalid', { conflict: true, version: 4 });
    });
    const { onReload } = open();
    switchOn();
    await waitFor(async () => expect(isDisabled(await save())).toBe(false));
    fireEvent.click(await save());
    fireEvent.click(await screen.findByRole('button', { name: /Load their version/ }));
    await waitFor(() => expect(onReload).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(screen.queryByText(/Somebody else saved/)).toBeNull());
  });

  it('can be read and not changed without the right to', async () => {
    open(makeSettings(), false);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    const checkbox = screen.getByRole('checkbox', { name: 'Images for Article' });
    expect(checkbox.hasAttribute('disabled')).toBe(true);
  });

  it('unfolds the fields of a type with its notes and broken fields', async () => {
    const types = [
      makeTypeOption({ notes: ['The cover is required.'], brokenFields: ['hero.image'] }),
    ];
    open(makeSettings({ types }));
    const edit = screen.getByRole('button', { name: 'Edit Article' });
    expect(edit.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(edit);
    expect(screen.getByText('The cover is required.')).toBeTruthy();
    expect(screen.getByText(/hero\.image/)).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Cover goes to' })).toBeTruthy();
    expect(screen.getByText(/Starts with articles published from now on/)).toBeTruthy();
  });

  it('switches automatic runs on for one type', async () => {
    server.on('PUT /settings', { data: makeSettings() });
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Edit Article' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /when an article is published/ }));
    await waitFor(async () => expect(isDisabled(await save())).toBe(false));
    fireEvent.click(await save());
    await waitFor(() => expect(server.calls('PUT /settings')).toHaveLength(1));
    expect(server.calls('PUT /settings')[0]?.body).toMatchObject({
      contentTypes: [{ isAutomatic: true }],
    });
  });

  it('says why a text model cannot be chosen', () => {
    open();
    expect(screen.getByText('No text model is configured.')).toBeTruthy();
  });

  it.each([
    ['ready', 'The queue (embedded) is ready.'],
    ['down', 'The queue (embedded) cannot be reached. Image making waits until it is back.'],
  ])('tells that the queue is %s', (state, sentence) => {
    open(makeSettings({ queue: { state, store: 'embedded', message: null } }));
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('says so when the site has no content types', () => {
    open(makeSettings({ types: [] }));
    expect(screen.getByText('This site has no content types yet.')).toBeTruthy();
    expect(within(document.body).queryByRole('grid')).toBeNull();
  });
});
