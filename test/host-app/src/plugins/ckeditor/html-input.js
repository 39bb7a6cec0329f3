import { createElement, forwardRef } from 'react';
import { Field, Textarea } from '@strapi/design-system';
import { useField } from '@strapi/strapi/admin';

export const HtmlInput = forwardRef(({ name, label, hint, required, disabled }, ref) => {
  const field = useField(name);
  const input = createElement(Textarea, {
    ref,
    name,
    disabled,
    rows: 14,
    value: field.value ?? '',
    onChange: (event) => field.onChange(name, event.target.value),
  });
  return createElement(
    Field.Root,
    { name, id: name, hint, required, error: field.error },
    createElement(Field.Label, null, label),
    input,
    createElement(Field.Hint),
    createElement(Field.Error),
  );
});

HtmlInput.displayName = 'HtmlInput';
