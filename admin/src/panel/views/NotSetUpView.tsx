import { TextButton } from '@strapi/design-system';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useText } from '../../components/useText';
import { Sentence } from './Sentence';
import { SettingsLink } from './SettingsLink';

/** No tier has a model that works. Administrators get the reason, editors a note to hand on. */
export const NoModelView = ({
  problem,
  canConfigure,
}: {
  problem: string | null;
  canConfigure: boolean;
}) => {
  const text = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  if (canConfigure) {
    return (
      <>
        <Sentence>{problem ?? text('panel.noModel.admin')}</Sentence>
        <SettingsLink />
      </>
    );
  }
  const copyNote = async (): Promise<void> => {
    const didCopy = await copy(text('panel.noModel.note', { address: window.location.href }));
    toggleNotification({
      type: didCopy ? 'success' : 'warning',
      message: text(didCopy ? 'panel.noModel.copied' : 'panel.noModel.notCopied'),
    });
  };
  return (
    <>
      <Sentence>{text('panel.noModel.editor')}</Sentence>
      <TextButton onClick={() => void copyNote()}>{text('panel.noModel.copy')}</TextButton>
    </>
  );
};

/** Only administrators who may change that see this. */
export const NotMappedView = () => {
  const text = useText();
  return (
    <>
      <Sentence>{text('panel.notMapped')}</Sentence>
      <SettingsLink />
    </>
  );
};
