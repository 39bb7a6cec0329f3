import { Checkbox, Flex, Grid, Typography } from '@strapi/design-system';
import { useField, useForm } from '@strapi/strapi/admin';
import type {
  ContentTypeOption,
  ContentTypeSettingsDto,
  FieldMappingDto,
} from '../../../shared/contracts/settings';
import { Note } from '../components/Note';
import { useText } from '../components/useText';
import { useTierName } from '../components/useTierName';
import type { SettingsDto } from '../services/settings';
import { Choice } from './Choice';
import { countOptions, INHERIT, orNull, tierOptions } from './choice-options';
import { MappingFields } from './MappingFields';
import type { FieldProblem } from './save-problem';

type Props = {
  option: ContentTypeOption;
  index: number;
  data: SettingsDto;
  problems: FieldProblem[];
};

const Messages = ({ option, problems }: Pick<Props, 'option' | 'problems'>) => {
  const text = useText();
  const fields = option.brokenFields.join(', ');
  return (
    <>
      {problems.map(({ path, problem }) => (
        <Note key={`${path}:${problem}`} kind="danger">
          {problem}
        </Note>
      ))}
      {fields ? <Note kind="danger">{text('settings.brokenFields', { fields })}</Note> : null}
      {option.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      {option.proposal === null ? <Note>{text('settings.noProposal')}</Note> : null}
    </>
  );
};

/** The fields of one content type, its own number and tier, and whether publishing starts a run. */
export const ContentTypeEditor = ({ option, index, data, problems }: Props) => {
  const text = useText();
  const tierName = useTierName();
  const isDisabled = useForm('ContentTypeEditor', (state) => state.disabled);
  const path = `contentTypes.${index}`;
  const { value: type, onChange } = useField<ContentTypeSettingsDto>(path);
  if (!type) return null;
  const set = (changes: Partial<ContentTypeSettingsDto>) => onChange(path, { ...type, ...changes });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={4} paddingBottom={4}>
      <Messages option={option} problems={problems} />
      <MappingFields
        option={option}
        mapping={type.mapping}
        isDisabled={isDisabled}
        onChange={(mapping: FieldMappingDto) => set({ mapping })}
      />
      <Grid.Root gap={4}>
        <Grid.Item col={4} s={6} xs={12} alignItems="stretch">
          <Choice
            label={text('settings.count')}
            value={type.count === null ? INHERIT : String(type.count)}
            options={[
              { value: INHERIT, label: text('settings.asSite') },
              ...countOptions(data.countLimits),
            ]}
            isDisabled={isDisabled}
            onChange={(value) => set({ count: value === INHERIT ? null : Number(value) })}
          />
        </Grid.Item>
        <Grid.Item col={4} s={6} xs={12} alignItems="stretch">
          <Choice
            label={text('choice.tier')}
            value={type.tier ?? INHERIT}
            options={[
              { value: INHERIT, label: text('settings.asSite') },
              ...tierOptions(data.tiers, tierName, text),
            ]}
            isDisabled={isDisabled}
            onChange={(value) => set({ tier: orNull(value) })}
          />
        </Grid.Item>
      </Grid.Root>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Checkbox
          checked={type.isAutomatic}
          disabled={isDisabled}
          onCheckedChange={(checked) => set({ isAutomatic: checked === true })}
        >
          {text('settings.automatic')}
        </Checkbox>
        <Typography variant="pi" textColor="neutral600">
          {text('settings.automatic.hint')}
        </Typography>
      </Flex>
    </Flex>
  );
};
