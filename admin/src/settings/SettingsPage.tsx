import { Button, Flex } from '@strapi/design-system';
import { Page, useRBAC } from '@strapi/strapi/admin';
import { PERMISSIONS } from '../../../shared/permissions';
import { useText } from '../components/useText';
import { toRequestError } from '../services/request-error';
import { useGetSettingsQuery } from '../services/settings';
import { SettingsForm } from './SettingsForm';

const READ = [{ action: PERMISSIONS.settingsRead, subject: null }];
const UPDATE = [
  {
    action: PERMISSIONS.settingsUpdate,
    subject: null,
    id: 0,
    actionParameters: {},
    properties: {},
    conditions: [],
  },
];

const LoadFailed = ({ onRetry }: { onRetry: () => void }) => {
  const text = useText();
  return (
    <Page.Main>
      <Page.Error
        content={text('settings.loadFailed')}
        action={<Button onClick={onRetry}>{text('action.tryAgain')}</Button>}
      />
    </Page.Main>
  );
};

const SettingsContent = () => {
  const { data, error, refetch } = useGetSettingsQuery();
  const { allowedActions, isLoading } = useRBAC(UPDATE);
  if (error && !data) {
    return toRequestError(error).code === 'forbidden' ? (
      <Page.NoPermissions />
    ) : (
      <LoadFailed onRetry={() => void refetch()} />
    );
  }
  if (!data || isLoading) return <Page.Loading />;
  return (
    <SettingsForm
      data={data}
      canUpdate={allowedActions.canUpdate === true}
      onReload={() => refetch().then(() => undefined)}
    />
  );
};

/** Settings > Article Images. */
export const SettingsPage = () => {
  const text = useText();
  return (
    <Page.Protect permissions={READ}>
      <Page.Title>{text('plugin.name')}</Page.Title>
      <Flex direction="column" alignItems="stretch">
        <SettingsContent />
      </Flex>
    </Page.Protect>
  );
};
