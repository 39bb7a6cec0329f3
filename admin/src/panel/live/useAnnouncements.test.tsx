import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useState } from 'react';
import type { RunDto } from '../../../../shared/contracts/runs';
import { makeImage, makeRun } from '../../../../test/admin/builders';
import { renderInAdmin } from '../../../../test/admin/render-admin';
import { useAnnouncements } from './useAnnouncements';

let setRun: (run: RunDto | null) => void;

const Listener = () => {
  const [run, set] = useState<RunDto | null>(null);
  setRun = set;
  useAnnouncements(run);
  return null;
};

/** The design system writes `innerText`, which jsdom keeps without showing it as text. */
const said = (id: string): string => document.getElementById(id)?.innerText ?? '';
const status = () => said('live-region-status');
const alerts = () => said('live-region-alert');
const show = async (run: RunDto | null, ms = 0) => {
  act(() => setRun(run));
  await act(() => vi.advanceTimersByTimeAsync(ms));
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('leaves three seconds between two sentences and says only the newest', async () => {
  renderInAdmin(<Listener />);
  await show(makeRun(), 10);
  expect(status()).toBe('Started 3 images.');
  await show(makeRun({ images: [makeImage(0, { status: 'received' })] }), 1_000);
  expect(status()).toBe('Started 3 images.');
  const two = [makeImage(0, { status: 'received' }), makeImage(1, { status: 'received' })];
  await show(makeRun({ images: two }), 2_100);
  expect(status()).toBe('Image 2 of 3 is made.');
});

it('interrupts with a failure', async () => {
  renderInAdmin(<Listener />);
  await show(makeRun(), 3_100);
  await show(makeRun({ status: 'failed' }), 10);
  expect(alerts()).toBe('The images could not be made.');
});
