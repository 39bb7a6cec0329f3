import type { RunDto } from '../../../../shared/contracts/runs';
import type { MessageKey } from '../../components/useText';
import { isLive } from '../../services/merge-run';
import { madeCount } from '../run/run-words';

export type Announcement = {
  key: MessageKey;
  values: Record<string, number>;
  /** Failures interrupt, everything else waits for a pause. */
  isAlert: boolean;
};

const say = (key: MessageKey, values: Record<string, number> = {}): Announcement => ({
  key,
  values,
  isAlert: false,
});

const ending = (run: RunDto): Announcement => {
  const { planned, attached, finished } = run.counts;
  if (run.status === 'failed') return { ...say('announce.failed'), isAlert: true };
  if (run.status === 'partial') {
    return { ...say('run.ended.partial', { n: finished, total: planned }), isAlert: true };
  }
  if (run.status === 'cancelled') return say('run.ended.stopped', { n: finished, total: planned });
  return attached > 0 ? say('run.done', { n: attached }) : say('announce.ready', { n: finished });
};

/** What a screen reader should hear between two looks at the article's run; null when nothing worth a sentence. */
export const announcement = (before: RunDto | null, now: RunDto | null): Announcement | null => {
  if (!now) return null;
  const wasLive = before?.id === now.id && isLive(before);
  if (!isLive(now)) return wasLive ? ending(now) : null;
  if (!wasLive) return say('announce.started', { n: now.counts.planned });
  if (madeCount(now) > madeCount(before)) {
    return say('announce.image', { n: madeCount(now), total: now.counts.planned });
  }
  if (now.phase === before.phase) return null;
  const { phase } = now;
  if (phase === 'prepare' || phase === 'check' || phase === 'save')
    return say(`run.phase.${phase}`);
  return phase === 'generate' ? say('announce.generating', { n: now.counts.planned }) : null;
};
