import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

export type ChoiceOption = { value: string; label: string; isDisabled?: boolean };

type Props = {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  options: ChoiceOption[];
  isDisabled: boolean;
  onChange: (value: string) => void;
};

/** A select with its label, hint and error: the shape of nearly every setting. */
export const Choice = ({ label, hint, error, value, options, isDisabled, onChange }: Props) => (
  <Field.Root hint={hint} error={error ?? false} width="100%">
    <Field.Label>{label}</Field.Label>
    <SingleSelect
      value={value}
      disabled={isDisabled}
      onChange={(next: string | number) => onChange(String(next))}
    >
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value} disabled={option.isDisabled}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
