import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  article,
  makeContext,
  makeEstimate,
  makeImage,
  makeRun,
} from '../../../test/admin/builders';
import { stubHttp } from '../../../test/admin/http-stub';
import { HostForm, renderInAdmin, type FormApi } from '../../../test/admin/render-admin';
import { ArticleImagesPanel } from './ArticleImagesPanel';

const server = stubHttp();

const open = (options: { isPublishedTab?: boolean; documentId?: string | null } = {}) => {
  const form: { api?: FormApi } = {};
  const onSubmit = vi.fn();
  const initialValues = { title: 'Bees', body: 'Bees fly.', cover: null };
  const result = renderInAdmin(
    <HostForm
      initialValues={initialValues}
      onReady={(api) => {
        form.api = api;
      }}
      onSubmit={onSubmit}
    >
      <ArticleImagesPanel
        uid={article.uid}
        documentId={options.documentId === undefined ? article.documentId : options.documentId}
        locale={null}
        isSingleType={false}
        isPublishedTab={options.isPublishedTab ?? false}
      />
    </HostForm>,
  );
  return { ...result, onSubmit, form: () => form.api! };
};

const state = () => screen.getByTestId('article-images-panel').dataset.state;
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the panel', () => {
  it('orders exactly what its button says and shows the run at once', async () => {
    server.on('GET /context', { data: makeContext() });
    server.on('POST /estimate', { data: makeEstimate(3) });
    server.on('POST /runs', { data: makeRun({ status: 'queued', phase: 'init', percent: 0 }) });
    server.on('GET /runs/run1', { data: makeRun({ version: 2 }) });
    open();
    const generate = await button('Generate 3 images');
    await waitFor(() => expect(generate.getAttribute('aria-disabled')).toBe('false'));
    expect(screen.getByTestId('article-images-price').textContent).toBe('about $0.09 · 40 s');
    fireEvent.click(generate);
    await waitFor(() => expect(state()).toBe('running'));
    expect(server.calls('POST /runs')[0]?.body).toEqual({
      ...article,
      count: 2,
      includeFeatured: true,
      tier: 'basic',
    });
    expect(await screen.findByRole('progressbar')).toBeTruthy();
  });

  it('has no button that would submit the form around it', async () => {
    server.on('GET /context', { data: makeContext() });
    server.on('POST /estimate', { data: makeEstimate(3) });
    open();
    fireEvent.click(await button('Change'));
    await button('One image more');
    const panel = screen.getByTestId('article-images-panel');
    const types = [...panel.querySelectorAll('button')].map((node) => node.getAttribute('type'));
    expect(types.length).toBeGreaterThan(3);
    expect(new Set(types)).toEqual(new Set(['button']));
    expect(panel.querySelector('form')).toBeNull();
  });

  it('attaches finished pictures through the server while the form is clean', async () => {
    const stored = [makeImage(0, { status: 'stored' }), makeImage(1, { status: 'stored' })];
    const waiting = makeRun({
      status: 'attaching',
      awaitsEditor: true,
      images: stored,
      version: 5,
    });
    server.on('GET /context', { data: makeContext({ activeRun: waiting }) });
    server.on('GET /runs/run1', { data: waiting });
    const done = makeRun({
      status: 'completed',
      phase: 'done',
      percent: 100,
      version: 9,
      images: [makeImage(0), makeImage(1)],
      counts: { planned: 2, finished: 2, failed: 0, attached: 2, ready: 0 },
    });
    server.on('POST /runs/run1/attach', () => {
      server.on('GET /context', { data: makeContext({ lastRun: done, images: done.images }) });
      return { data: done };
    });
    open();
    await waitFor(() => expect(server.calls('POST /runs/run1/attach')).toHaveLength(1));
    await waitFor(() => expect(state()).toBe('done'));
    expect(server.calls('POST /placements')).toHaveLength(0);
  });

  it('puts pictures into a form with unsaved text and keeps the text', async () => {
    const stored = [makeImage(0, { status: 'stored' })];
    const waiting = makeRun({
      status: 'attaching',
      awaitsEditor: true,
      images: stored,
      version: 5,
    });
    server.on('GET /context', { data: makeContext() });
    server.on('POST /estimate', { data: makeEstimate(1) });
    const { form } = open();
    await button(/Generate/);
    act(() => form().change('title', 'Bees, unsaved'));
    const ready = [makeImage(0, { status: 'ready', unplacedReason: 'in_form' })];
    const ended = makeRun({ status: 'completed', version: 9, images: ready });
    server.on('GET /runs/run1', { data: waiting });
    server.on('POST /placements', () => {
      server.on('GET /context', { data: makeContext({ lastRun: ended, images: ready }) });
      server.on('GET /runs/run1', { data: ended });
      return {
        data: {
          values: { cover: { id: 1, url: '/uploads/picture_1.webp' } },
          placed: [{ imageId: 'image0', field: 'cover' }],
          unplaced: [],
        },
      };
    });
    server.on('POST /runs', { data: waiting });
    fireEvent.click(await button(/Generate/));
    await waitFor(() => expect(form().values().cover).toMatchObject({ id: 1 }), { timeout: 4000 });
    expect(form().values().title).toBe('Bees, unsaved');
    await waitFor(() => expect(state()).toBe('unsaved'), { timeout: 4000 });
    expect(screen.getByText(/Save the article to keep it/)).toBeTruthy();
    expect(server.calls('POST /runs/run1/attach')).toHaveLength(0);
  });
});
