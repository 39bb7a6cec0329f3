import { useEffect, useRef } from 'react';
import { useNotifyAT } from '@strapi/design-system';
import type { RunDto } from '../../../../shared/contracts/runs';
import { useText } from '../../components/useText';
import { announcement, type Announcement } from './announcement';

/** A screen reader needs time to finish a sentence; of those that come sooner only the newest is said. */
const PAUSE_MS = 3_000;

/** Says what happens to the article's run through the design system's live regions. Percent is never said. */
export const useAnnouncements = (run: RunDto | null): void => {
  const text = useText();
  const { notifyStatus, notifyAlert } = useNotifyAT();
  const before = useRef<RunDto | null>(null);
  const lastAt = useRef(-Infinity);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const speak = useRef<(said: Announcement) => void>(() => undefined);
  speak.current = ({ key, values, isAlert }) => {
    lastAt.current = Date.now();
    (isAlert ? notifyAlert : notifyStatus)(text(key, values));
  };

  useEffect(() => {
    const next = announcement(before.current, run);
    before.current = run;
    if (!next) return;
    clearTimeout(timer.current);
    const delay = Math.max(0, lastAt.current + PAUSE_MS - Date.now());
    timer.current = setTimeout(() => speak.current(next), delay);
  }, [run]);
  useEffect(() => () => clearTimeout(timer.current), []);
};
