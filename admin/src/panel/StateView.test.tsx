import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RecordedErrorDto } from '../../../shared/contracts/runs';
import {
  article,
  makeContext,
  makeEstimate,
  makeImage,
  makeRun,
} from '../../../test/admin/builders';
import { HttpFailure, stubHttp } from '../../../test/admin/http-stub';
import { HostForm, renderInAdmin } from '../../../test/admin/render-admin';
import type { ContextDto } from '../services/merge-run';
import { ArticleImagesPanel, type PanelProps } from './ArticleImagesPanel';

const server = stubHttp();

const open = async (context: Partial<ContextDto>, props: Partial<PanelProps> = {}) => {
  server.on('GET /context', { data: makeContext(context) });
  const view = renderInAdmin(
    <HostForm initialValues={{ title: 'Bees', body: '', cover: null }} onReady={() => undefined}>
      <ArticleImagesPanel
        uid={article.uid}
        documentId={article.documentId}
        locale={null}
        isSingleType={false}
        isPublishedTab={false}
        {...props}
      />
    </HostForm>,
  );
  await waitFor(() =>
    expect(screen.getByTestId('article-images-panel').dataset.state).not.toBe('loading'),
  );
  return view;
};

const state = () => screen.getByTestId('article-images-panel').dataset.state;
const panelText = () => screen.getByTestId('article-images-panel').textContent ?? '';
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));
const buttons = () =>
  [...screen.getByTestId('article-images-panel').querySelectorAll('button')].map(
    ({ textContent }) => textContent,
  );

const readOnly = { canRead: true, canGenerate: false, canConfigure: false };
const admin = { canRead: true, canGenerate: true, canConfigure: true };
const timeout: RecordedErrorDto = {
  code: 'timeout',
  message: 'No answer after 120 s.',
  isRetryable: true,
  charged: 'no',
};
const failed = (position: number, error = timeout) =>
  makeImage(position, { status: 'failed', file: null, error });
const partial = makeRun({
  status: 'partial',
  counts: { planned: 3, finished: 2, failed: 1, attached: 2, ready: 0 },
  images: [makeImage(0), makeImage(1), failed(2)],
});

describe('a run that went partly wrong', () => {
  it('says which picture failed, why, what it cost, and tries only that one again', async () => {
    server.on('POST /runs/run1/retry', { data: makeRun({ version: 9 }) });
    server.on('GET /runs/run1', { data: makeRun({ version: 9 }) });
    await open({ lastRun: partial });
    expect(panelText()).toContain('2 of 3 images are ready.');
    expect(panelText()).toContain('Image 2: This took too long. Not charged.');
    await press('Try image 2 again');
    await waitFor(() => expect(state()).toBe('running'));
    expect(server.calls('POST /runs/run1/retry')[0]?.body).toEqual({ imageIds: ['image2'] });
  });

  it('tells the technical reason only to those who can change something', async () => {
    await open({ lastRun: partial, permissions: admin });
    expect(panelText()).toContain('No answer after 120 s.');
  });

  it('hides it from everybody else', async () => {
    await open({ lastRun: partial });
    expect(panelText()).not.toContain('No answer after 120 s.');
  });

  it('is forgotten when the editor leaves it at that', async () => {
    const dismissed = { ...partial, isDismissed: true, version: 9 };
    server.on('POST /estimate', { data: makeEstimate(1) });
    server.on('POST /runs/run1/dismiss', () => {
      server.on('GET /context', { data: makeContext({ lastRun: dismissed }) });
      return { data: dismissed };
    });
    await open({ lastRun: partial });
    await press('Leave it at 2');
    await waitFor(() => expect(state()).not.toBe('ended'));
  });

  it('that failed before it had pictures is started over', async () => {
    server.on('POST /runs/run1/retry', { data: makeRun({ version: 9 }) });
    server.on('GET /runs/run1', { data: makeRun({ version: 9 }) });
    const error = { ...timeout, code: 'text_model_failed' as const };
    await open({ lastRun: makeRun({ status: 'failed', error }) });
    expect(panelText()).toContain('The text model that writes the prompts failed.');
    await press('Try again');
    await waitFor(() => expect(server.calls('POST /runs/run1/retry')[0]?.body).toEqual({}));
  });

  it('says why trying again was refused', async () => {
    server.on('POST /runs/run1/retry', () => {
      throw new HttpFailure(503, 'queue_down');
    });
    await open({ lastRun: partial });
    await press('Try image 2 again');
    expect(await screen.findByText(/Image making is offline right now/)).toBeTruthy();
  });

  it('offers to put in what a stopped run had finished', async () => {
    const images = [makeImage(0, { status: 'ready', unplacedReason: 'run_cancelled' })];
    server.on('POST /runs/run1/attach', { data: makeRun({ status: 'cancelled', version: 9 }) });
    await open({ lastRun: makeRun({ status: 'cancelled', images }), images });
    expect(panelText()).toContain('Stopped. 1 image was finished and kept.');
    await press('Put it into the article');
    await waitFor(() =>
      expect(server.calls('POST /runs/run1/attach')[0]?.body).toEqual({ imageIds: ['image0'] }),
    );
  });

  it('is only told, not offered, without the right to generate', async () => {
    await open({ lastRun: partial, permissions: readOnly });
    expect(buttons()).toEqual([]);
  });
});

describe('pictures that wait for somebody', () => {
  it('say why each of them is not in the article, and go there when that can help', async () => {
    const images = [
      makeImage(0, { status: 'ready', unplacedReason: 'field_filled' }),
      makeImage(1, { status: 'ready', unplacedReason: 'anchor_gone' }),
    ];
    const lastRun = makeRun({ status: 'completed', images });
    server.on('POST /runs/run1/attach', { data: lastRun });
    await open({ images, lastRun });
    expect(panelText()).toContain('Cover: there is a picture in that field already');
    expect(panelText()).toContain('Image 1: its section is no longer in the text.');
    await press('Put it into the article');
    await waitFor(() =>
      expect(server.calls('POST /runs/run1/attach')[0]?.body).toEqual({ imageIds: ['image1'] }),
    );
  });

  it('taken out by a save come back with one click', async () => {
    const images = [makeImage(0), makeImage(1)];
    const lastRun = makeRun({ status: 'completed', images });
    server.on('POST /runs/run1/attach', { data: lastRun });
    await open({ images, lastRun, missing: ['image0', 'image1'] });
    expect(panelText()).toContain('A save took out 2 images.');
    await press('Put them back');
    await waitFor(() =>
      expect(server.calls('POST /runs/run1/attach')[0]?.body).toEqual({
        imageIds: ['image0', 'image1'],
      }),
    );
  });

  it('or stay out when it was on purpose', async () => {
    server.on('POST /missing/accept', { data: { accepted: ['image0'] } });
    const images = [makeImage(0)];
    await open({ images, missing: ['image0'] });
    await press('It was on purpose');
    await waitFor(() =>
      expect(server.calls('POST /missing/accept')[0]?.body).toEqual({
        ...article,
        imageIds: ['image0'],
      }),
    );
  });
});

describe('pictures in the article', () => {
  const images = [makeImage(0), makeImage(1), makeImage(2)];
  const lastRun = makeRun({
    status: 'completed',
    images,
    costMicroUsd: 90_000,
    costBasis: 'computed',
    finishedAt: new Date().toISOString(),
  });
  const filled = { ...makeContext().article!, isCoverFilled: true };

  it('are shown with their number, time, cost and quality', async () => {
    await open({ images, lastRun, article: filled });
    expect(panelText()).toContain('3 images in the article');
    expect(panelText()).toContain('just now');
    expect(panelText()).toContain('$0.09 · Basic');
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toContain(
      'http://localhost:1337/uploads/picture_1.webp',
    );
  });

  it('are made again only after saying what happens to the old ones', async () => {
    server.on('POST /estimate', { data: makeEstimate(3) });
    server.on('POST /runs', { data: makeRun({ version: 9 }) });
    server.on('GET /runs/run1', { data: makeRun({ version: 9 }) });
    await open({ images, lastRun, article: filled });
    await press('Generate again…');
    expect(panelText()).toContain('The old ones stay in the Media Library.');
    const generate = await screen.findByRole('button', { name: 'Generate 3 images' });
    await waitFor(() => expect(generate.getAttribute('aria-disabled')).toBe('false'));
    expect(server.calls('POST /estimate').at(-1)?.body).toMatchObject({ replace: true });
    fireEvent.click(generate);
    await waitFor(() =>
      expect(server.calls('POST /runs')[0]?.body).toMatchObject({ replace: true, count: 2 }),
    );
  });

  it('that are fewer than wanted can be completed', async () => {
    server.on('POST /estimate', { data: makeEstimate(1) });
    await open({ images: images.slice(0, 2), lastRun, article: filled });
    expect(await screen.findByRole('button', { name: 'Generate 1 image' })).toBeTruthy();
  });

  it('of a preview model are called that', async () => {
    await open({ images, lastRun: { ...lastRun, isPreview: true }, article: filled });
    expect(panelText()).toContain('Free preview pictures, not for publication');
  });
});

describe('before generating', () => {
  it('the number can be changed by keyboard and is remembered with the order', async () => {
    server.on('POST /estimate', ({ body }: { body: unknown }) => ({
      data: makeEstimate((body as { count: number }).count + 1),
    }));
    server.on('POST /runs', { data: makeRun() });
    server.on('GET /runs/run1', { data: makeRun() });
    await open({});
    await press('Change');
    const count = screen.getByRole('spinbutton', { name: 'In the text' });
    fireEvent.keyDown(count, { key: 'ArrowUp' });
    expect(screen.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('3');
    fireEvent.keyDown(screen.getByRole('spinbutton'), { key: 'End' });
    expect(screen.getByRole('spinbutton').getAttribute('aria-valuenow')).toBe('8');
    await press('back to 2');
    fireEvent.keyDown(screen.getByRole('spinbutton'), { key: 'ArrowUp' });
    const generate = await screen.findByRole('button', { name: 'Generate 4 images' });
    await waitFor(() => expect(generate.getAttribute('aria-disabled')).toBe('false'));
    fireEvent.click(generate);
    await waitFor(() =>
      expect(server.calls('POST /runs')[0]?.body).toMatchObject({ count: 3, remember: true }),
    );
  });

  it('the button stays shut until the price of exactly these choices is known', async () => {
    let answer: (value: unknown) => void = () => undefined;
    server.on('POST /estimate', () => new Promise((resolve) => (answer = resolve)));
    await open({});
    const generate = await screen.findByRole('button', { name: 'Generate 3 images' });
    expect(generate.getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByTestId('article-images-price').textContent).toBe('Asking for the price…');
    answer({ data: { ...makeEstimate(3), costMicroUsd: null } });
    await waitFor(() => expect(generate.getAttribute('aria-disabled')).toBe('false'));
    expect(screen.getByTestId('article-images-price').textContent).toBe(
      'Price not set for GPT Image 1 mini',
    );
  });

  it('a refused start says why and keeps the choices', async () => {
    server.on('POST /estimate', { data: makeEstimate(3) });
    server.on('POST /runs', () => {
      throw new HttpFailure(409, 'provider_not_configured');
    });
    await open({});
    const generate = await screen.findByRole('button', { name: 'Generate 3 images' });
    await waitFor(() => expect(generate.getAttribute('aria-disabled')).toBe('false'));
    fireEvent.click(generate);
    expect(await screen.findByText(/The image service is not set up/)).toBeTruthy();
  });

  it('an estimate that fails says why and can be asked again', async () => {
    server.on('POST /estimate', () => {
      throw new HttpFailure(409, 'no_active_model');
    });
    await open({});
    expect(await screen.findByText(/No image model is switched on/)).toBeTruthy();
    server.on('POST /estimate', { data: makeEstimate(3) });
    await press('Try again');
    await waitFor(() => expect(panelText()).toContain('about $0.09'));
  });

  it('a cover somebody chose is kept, and the panel says so', async () => {
    server.on('POST /estimate', { data: { ...makeEstimate(2), includeFeatured: false } });
    await open({ article: { ...makeContext().article!, isCoverFilled: true } });
    expect(await screen.findByText('Your own cover stays.')).toBeTruthy();
  });

  it('a short text gets a cover from its title, or all when wanted', async () => {
    server.on('POST /estimate', { data: makeEstimate(1) });
    await open({ article: { ...makeContext().article!, words: 23 } });
    expect(panelText()).toContain('This article has 23 words. Images fit better from 80 on.');
    expect(await screen.findByRole('button', { name: 'Cover from the title' })).toBeTruthy();
    await waitFor(() =>
      expect(server.calls('POST /estimate').at(-1)?.body).toMatchObject({
        count: 0,
        includeFeatured: true,
      }),
    );
    await press('Generate all anyway');
    expect(await screen.findByRole('spinbutton')).toBeTruthy();
  });
});

describe('states with nothing to press', () => {
  it('without the right to generate the missing right is named', async () => {
    await open({ permissions: readOnly });
    expect(panelText()).toContain('ask for the right “Generate images”');
    expect(buttons()).toEqual([]);
  });

  it('on the published tab there is one way, back to the draft', async () => {
    await open({ images: [makeImage(0)] }, { isPublishedTab: true });
    expect(panelText()).toContain('You are looking at the published version.');
    expect(buttons()).toEqual(['Go to the draft']);
  });

  it('without a model administrators read the reason, editors get a note to hand on', async () => {
    const tiers = [{ ...makeContext().tiers[0]!, problem: 'OPENAI_API_KEY is missing.' }];
    const { unmount } = await open({ tiers, permissions: admin });
    expect(panelText()).toContain('OPENAI_API_KEY is missing.');
    expect(screen.getByRole('link', { name: 'Open the settings' })).toBeTruthy();
    unmount();
    await open({ tiers });
    expect(panelText()).not.toContain('OPENAI_API_KEY');
    expect(buttons()).toEqual(['Copy a note for your administrator']);
  });

  it('while the queue is down', async () => {
    const queue = { state: 'down' as const, message: 'Redis does not answer.' };
    await open({ queue, permissions: admin });
    expect(panelText()).toContain('Image making is offline right now.');
    expect(panelText()).toContain('Redis does not answer.');
  });

  it('on a type that is not switched on', async () => {
    await open({ isMapped: false, mapping: null, permissions: admin });
    expect(panelText()).toContain('not switched on for this content type');
  });
});

describe('a run under way', () => {
  it('has a progress bar that says what it shows, and steps in order', async () => {
    const run = makeRun({ images: [makeImage(0, { status: 'stored' })] });
    server.on('GET /runs/run1', { data: run });
    await open({ activeRun: run });
    const bar = await screen.findByRole('progressbar', { name: 'Image run' });
    expect(bar.getAttribute('aria-valuenow')).toBe('40');
    expect(bar.getAttribute('aria-valuetext')).toBe('Making images – 2 of 3, 40 %');
    const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(steps).toContain('Reading the article, done');
    expect(steps).toContain('Making images, current step');
  });

  it('can be stopped in two ways, each with its cost', async () => {
    const making = makeImage(1, { status: 'submitted', file: null });
    const run = makeRun({ images: [makeImage(0, { status: 'stored' }), making] });
    server.on('GET /runs/run1', { data: run });
    server.on('POST /runs/run1/cancel', { data: { ...run, version: 9 } });
    await open({ activeRun: run });
    fireEvent.keyDown(await screen.findByRole('button', { name: /Stop/ }), { key: 'Enter' });
    expect(
      await screen.findByText(/1 image is already on the way and will be charged/),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Finish this image, skip the rest' }));
    await waitFor(() =>
      expect(server.calls('POST /runs/run1/cancel')[0]?.body).toEqual({ mode: 'finish-current' }),
    );
  });
});
