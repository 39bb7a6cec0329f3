import { Note, type NoteKind } from '../components/Note';
import { useText, type MessageKey } from '../components/useText';
import type { SettingsDto } from '../services/settings';

const LINES: Record<string, { key: MessageKey; kind: NoteKind }> = {
  ready: { key: 'settings.queue.ready', kind: 'success' },
  starting: { key: 'settings.queue.starting', kind: 'info' },
  closed: { key: 'settings.queue.closed', kind: 'info' },
  down: { key: 'settings.queue.down', kind: 'danger' },
};

/** Whether work gets done, and where the queue keeps it. */
export const QueueLine = ({ queue }: { queue: SettingsDto['queue'] }) => {
  const text = useText();
  const { key, kind } = LINES[queue.state] ?? { key: 'settings.queue.down', kind: 'danger' };
  return (
    <Note kind={kind}>
      {text(key, { store: queue.store })}
      {queue.message ? ` ${queue.message}` : null}
    </Note>
  );
};
