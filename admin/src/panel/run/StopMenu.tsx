import { Box, Menu, Typography } from '@strapi/design-system';
import type { RunDto } from '../../../../shared/contracts/runs';
import type { ArticleRef } from '../../article-ref';
import { useText } from '../../components/useText';
import { useCancelRunMutation } from '../../services/runs';
import { onTheWayCount } from './run-words';

/** Two ways to stop, with what each still costs. Finished pictures are kept either way. */
export const StopMenu = ({ article, run }: { article: ArticleRef; run: RunDto }) => {
  const text = useText();
  const [cancelRun, { isLoading }] = useCancelRunMutation();
  const stop = (mode: 'finish-current' | 'now') => void cancelRun({ article, id: run.id, mode });
  const n = onTheWayCount(run);
  return (
    <Menu.Root>
      <Menu.Trigger size="S" variant="tertiary" disabled={isLoading}>
        {text('run.stop')}
      </Menu.Trigger>
      <Menu.Content popoverPlacement="bottom-end">
        <Box padding={2} maxWidth="26rem">
          <Typography variant="pi" textColor="neutral600">
            {run.isPreview ? text('run.stop.kept') : text('run.stop.cost', { n })}
          </Typography>
        </Box>
        {n > 0 ? (
          <Menu.Item onSelect={() => stop('finish-current')}>
            {text('run.stop.current', { n })}
          </Menu.Item>
        ) : null}
        <Menu.Item variant="danger" onSelect={() => stop('now')}>
          {text('run.stop.now')}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
};
