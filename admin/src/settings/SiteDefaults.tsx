import { Box, Grid, Typography } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import type { SiteSettingsDto } from '../../../shared/contracts/settings';
import { useText } from '../components/useText';
import { useTierName } from '../components/useTierName';
import type { SettingsDto } from '../services/settings';
import { Choice } from './Choice';
import { countOptions, INHERIT, orNull, tierOptions } from './choice-options';

/** What every article gets unless its content type or the article itself says otherwise. */
export const SiteDefaults = ({ data }: { data: SettingsDto }) => {
  const text = useText();
  const tierName = useTierName();
  const isDisabled = useForm('SiteDefaults', (state) => state.disabled);
  const count = useField<SiteSettingsDto['count']>('count');
  const tier = useField<SiteSettingsDto['tier']>('tier');
  const deriver = useField<SiteSettingsDto['deriver']>('deriver');
  const tierProblem = data.tiers.find(({ name }) => name === tier.value)?.problem;
  const deriverProblem = data.derivers.find(({ name }) => name === 'llm')?.problem;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} tag="section">
      <Typography variant="delta" tag="h2">
        {text('settings.defaults')}
      </Typography>
      <Grid.Root gap={4} paddingTop={4}>
        <Grid.Item col={4} s={12} alignItems="stretch">
          <Choice
            label={text('settings.count')}
            hint={text('settings.count.hint')}
            value={String(count.value ?? '')}
            options={countOptions(data.countLimits)}
            isDisabled={isDisabled}
            onChange={(value) => count.onChange('count', Number(value))}
          />
        </Grid.Item>
        <Grid.Item col={4} s={12} alignItems="stretch">
          <Choice
            label={text('choice.tier')}
            hint={text('settings.tier.hint')}
            error={tierProblem ?? undefined}
            value={tier.value ?? INHERIT}
            options={[
              { value: INHERIT, label: text('settings.tier.model') },
              ...tierOptions(data.tiers, tierName, text),
            ]}
            isDisabled={isDisabled}
            onChange={(value) => tier.onChange('tier', orNull(value))}
          />
        </Grid.Item>
        <Grid.Item col={4} s={12} alignItems="stretch">
          <Choice
            label={text('settings.deriver')}
            hint={deriverProblem ?? text('settings.deriver.hint')}
            error={deriver.value === 'llm' ? (deriverProblem ?? undefined) : undefined}
            value={deriver.value ?? INHERIT}
            options={[
              { value: INHERIT, label: text('settings.deriver.auto') },
              ...data.derivers.map(({ name, problem }) => ({
                value: name,
                label: text(`settings.deriver.${name}`),
                isDisabled: problem !== null,
              })),
            ]}
            isDisabled={isDisabled}
            onChange={(value) =>
              deriver.onChange('deriver', orNull(value) as SiteSettingsDto['deriver'])
            }
          />
        </Grid.Item>
      </Grid.Root>
    </Box>
  );
};
