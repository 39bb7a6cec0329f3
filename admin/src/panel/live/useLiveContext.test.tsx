import { act, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { article, makeContext, makeRun } from '../../../../test/admin/builders';
import { createFakeForm } from '../../../../test/admin/fake-form';
import { stubHttp } from '../../../../test/admin/http-stub';
import { renderInAdmin } from '../../../../test/admin/render-admin';
import { useGetContextQuery } from '../../services/context';
import type { ContextDto } from '../../services/merge-run';
import { useLiveContext } from './useLiveContext';

const server = stubHttp();
const form = createFakeForm({ title: 'Bees' });

type Props = { hasGivenUp?: boolean };

const Live = ({ context, hasGivenUp = false }: Props & { context: ContextDto }) => {
  useLiveContext({ article, context, form, hasGivenUp });
  return <p data-testid="percent">{context.activeRun?.percent ?? 'none'}</p>;
};

const Panel = (props: Props) => {
  const { data } = useGetContextQuery(article);
  return data ? <Live context={data} {...props} /> : null;
};

const advance = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = (view: ReturnType<typeof renderInAdmin>) =>
  view.queryByTestId('percent')?.textContent;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an article with a run under way', () => {
  it('is asked about every second, and hears what this edit view is like', async () => {
    server.on('GET /context', { data: makeContext({ activeRun: makeRun() }) });
    server.on('GET /runs/run1', { data: makeRun({ version: 2, percent: 55 }) });
    const view = renderInAdmin(<Panel />);
    await waitFor(() => expect(shown(view)).toBe('55'));
    expect(server.calls('GET /runs/run1')[0]?.query.get('editor')).toBe('clean');
    form.type('title', 'Unsaved');
    await advance(1_100);
    expect(server.calls('GET /runs/run1').at(-1)?.query.get('editor')).toBe('dirty');
    form.reset({ title: 'Bees' });
  });

  it('no longer hears of an edit view that could not attach, so that the server does', async () => {
    server.on('GET /context', { data: makeContext({ activeRun: makeRun() }) });
    server.on('GET /runs/run1', { data: makeRun() });
    renderInAdmin(<Panel hasGivenUp />);
    await waitFor(() => expect(server.calls('GET /runs/run1').length).toBeGreaterThan(0));
    expect(server.calls('GET /runs/run1')[0]?.query.has('editor')).toBe(false);
  });

  it('never shows a smaller percent', async () => {
    server.on('GET /context', { data: makeContext({ activeRun: makeRun({ percent: 60 }) }) });
    server.on('GET /runs/run1', { data: makeRun({ version: 3, percent: 48 }) });
    const view = renderInAdmin(<Panel />);
    await waitFor(() => expect(server.calls('GET /runs/run1').length).toBeGreaterThan(0));
    await advance(50);
    expect(shown(view)).toBe('60');
  });

  it('is read anew when the run is over', async () => {
    const ended = makeRun({ version: 5, status: 'completed', percent: 100 });
    server.on('GET /context', { data: makeContext({ activeRun: makeRun() }) });
    server.on('GET /runs/run1', () => {
      server.on('GET /context', { data: makeContext({ lastRun: ended }) });
      return { data: ended };
    });
    const view = renderInAdmin(<Panel />);
    await waitFor(() => expect(shown(view)).toBe('none'));
    await waitFor(() => expect(server.calls('GET /context')).toHaveLength(2));
  });
});

describe('an article with nothing under way', () => {
  it('is looked at every ten seconds: an automatic run may have started', async () => {
    server.on('GET /context', { data: makeContext() });
    const view = renderInAdmin(<Panel />);
    await waitFor(() => expect(shown(view)).toBe('none'));
    server.on('GET /context', { data: makeContext({ activeRun: makeRun() }) });
    server.on('GET /runs/run1', { data: makeRun() });
    await advance(9_000);
    expect(server.calls('GET /context')).toHaveLength(1);
    await advance(1_500);
    await waitFor(() => expect(shown(view)).toBe('40'));
  });
});
