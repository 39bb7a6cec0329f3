import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Blocker, Form, Layouts, Page, useForm, useNotification } from '@strapi/strapi/admin';
import { useText } from '../components/useText';
import { useSaveSettingsMutation, type SettingsDto } from '../services/settings';
import { ContentTypesTable } from './ContentTypesTable';
import { QueueLine } from './QueueLine';
import { toSaveProblem, type SaveProblem } from './save-problem';
import { SaveProblemNote } from './SaveProblemNote';
import { toPayload, toValues, type SettingsValues } from './settings-values';
import { SiteDefaults } from './SiteDefaults';

type Props = { data: SettingsDto; canUpdate: boolean; onReload: () => Promise<void> };

const SaveButton = ({ canUpdate }: { canUpdate: boolean }) => {
  const text = useText();
  const modified = useForm('SettingsForm', (state) => state.modified);
  const isSubmitting = useForm('SettingsForm', (state) => state.isSubmitting);
  if (!canUpdate) return null;
  return (
    <Button type="submit" disabled={!modified} loading={isSubmitting}>
      {text('action.save')}
    </Button>
  );
};

/** One form over all settings: saved together, checked together, guarded against leaving with unsaved changes. */
export const SettingsForm = ({ data, canUpdate, onReload }: Props) => {
  const text = useText();
  const { toggleNotification } = useNotification();
  const [saveSettings] = useSaveSettingsMutation();
  const [problem, setProblem] = useState<SaveProblem | null>(null);

  const save = async (values: SettingsValues): Promise<void> => {
    const answer = await saveSettings(toPayload(data, values));
    setProblem('error' in answer ? toSaveProblem(answer.error) : null);
    if ('data' in answer) {
      toggleNotification({ type: 'success', message: text('settings.saved') });
    }
  };
  const reload = async (): Promise<void> => {
    await onReload();
    setProblem(null);
  };

  return (
    <Form
      method="PUT"
      disabled={!canUpdate}
      initialValues={toValues(data)}
      onSubmit={(values: SettingsValues) => save(values)}
    >
      <Page.Main>
        <Layouts.Header
          title={text('plugin.name')}
          subtitle={text('settings.subtitle')}
          primaryAction={<SaveButton canUpdate={canUpdate} />}
        />
        <Layouts.Content>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {problem ? <SaveProblemNote problem={problem} onReload={() => void reload()} /> : null}
            <QueueLine queue={data.queue} />
            <SiteDefaults data={data} />
            <ContentTypesTable data={data} problem={problem} />
          </Flex>
        </Layouts.Content>
        <Blocker />
      </Page.Main>
    </Form>
  );
};
