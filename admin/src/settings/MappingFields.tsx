import { Field, Grid, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { ContentTypeOption, FieldMappingDto } from '../../../shared/contracts/settings';
import { useText } from '../components/useText';
import { Choice, type ChoiceOption } from './Choice';
import { INHERIT, orNull } from './choice-options';
import { targetChoices, targetKey, withBody, withCover, withTarget } from './mapping-choices';
import { useTargetName } from './useTargetName';

type Props = {
  option: ContentTypeOption;
  mapping: FieldMappingDto;
  isDisabled: boolean;
  onChange: (mapping: FieldMappingDto) => void;
};

const Cell = ({ children }: { children: React.ReactNode }) => (
  <Grid.Item col={4} s={6} xs={12} alignItems="stretch">
    {children}
  </Grid.Item>
);

/** A field that is mapped but gone stays visible, so that it can be replaced knowingly. */
const fieldOptions = (fields: string[], current: string | null, none: string): ChoiceOption[] => [
  { value: INHERIT, label: none },
  ...[...new Set([...fields, ...(current === null ? [] : [current])])].map((field) => ({
    value: field,
    label: field,
    isDisabled: !fields.includes(field),
  })),
];

const BodyFields = ({ option, mapping, isDisabled, onChange }: Props) => {
  const text = useText();
  const fields = option.options.body.map(({ field }) => field);
  const chosen = mapping.body.map(({ field }) => field);
  return (
    <Field.Root width="100%">
      <Field.Label>{text('settings.field.body')}</Field.Label>
      <MultiSelect
        value={chosen}
        disabled={isDisabled}
        customizeContent={(values) => (values ?? []).join(', ')}
        onChange={(next: string[]) => onChange(withBody(option, mapping, next))}
      >
        {[...new Set([...fields, ...chosen])].map((field) => (
          <MultiSelectOption key={field} value={field}>
            {field}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
};

/** What is read from the article and where pictures go. Only fields that can do the job are offered. */
export const MappingFields = (props: Props) => {
  const { option, mapping, isDisabled, onChange } = props;
  const text = useText();
  const targetName = useTargetName();
  const none = text('settings.none');
  const texts = option.options.text.map(({ field }) => field);
  const media = option.options.media.map(({ field }) => field);
  return (
    <Grid.Root gap={4}>
      <Cell>
        <Choice
          label={text('settings.field.title')}
          value={mapping.title ?? INHERIT}
          options={fieldOptions(texts, mapping.title, none)}
          isDisabled={isDisabled}
          onChange={(value) => onChange({ ...mapping, title: orNull(value) })}
        />
      </Cell>
      <Cell>
        <Choice
          label={text('settings.field.summary')}
          value={mapping.summary ?? INHERIT}
          options={fieldOptions(texts, mapping.summary, none)}
          isDisabled={isDisabled}
          onChange={(value) => onChange({ ...mapping, summary: orNull(value) })}
        />
      </Cell>
      <Cell>
        <BodyFields {...props} />
      </Cell>
      <Cell>
        <Choice
          label={text('settings.field.cover')}
          value={mapping.cover?.field ?? INHERIT}
          options={fieldOptions(media, mapping.cover?.field ?? null, none)}
          isDisabled={isDisabled}
          onChange={(value) => onChange(withCover(option, mapping, orNull(value)))}
        />
      </Cell>
      <Cell>
        <Choice
          label={text('settings.field.inText')}
          value={targetKey(mapping)}
          options={targetChoices(option, mapping).map(({ key, target }) => ({
            value: key,
            label: targetName(target),
          }))}
          isDisabled={isDisabled}
          onChange={(key) => onChange(withTarget(option, mapping, key))}
        />
      </Cell>
    </Grid.Root>
  );
};
