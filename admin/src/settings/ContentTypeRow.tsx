import { Checkbox, Flex, IconButton, Td, Tr, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronUp, WarningCircle } from '@strapi/icons';
import { useField, useForm } from '@strapi/strapi/admin';
import type { ContentTypeOption, ContentTypeSettingsDto } from '../../../shared/contracts/settings';
import { useText } from '../components/useText';
import { useTargetName } from './useTargetName';

type Props = {
  option: ContentTypeOption;
  /** Its place in the form's `contentTypes`. */
  index: number;
  siteCount: number;
  isOpen: boolean;
  hasProblem: boolean;
  onToggle: () => void;
};

const Cell = ({ children }: { children: string }) => (
  <Td>
    <Typography textColor="neutral800" style={{ overflowWrap: 'break-word', whiteSpace: 'normal' }}>
      {children}
    </Typography>
  </Td>
);

/** One content type at a glance: on or off, and where its pictures go. */
export const ContentTypeRow = (props: Props) => {
  const { option, index, isOpen, onToggle } = props;
  const text = useText();
  const targetName = useTargetName();
  const isDisabled = useForm('ContentTypeRow', (state) => state.disabled);
  const path = `contentTypes.${index}`;
  const { value: type } = useField<ContentTypeSettingsDto>(path);
  const onChange = useForm('ContentTypeRow', (state) => state.onChange);
  if (!type) return null;
  const needsAttention = props.hasProblem || (type.isEnabled && option.brokenFields.length > 0);
  const count = type.count ?? props.siteCount;
  return (
    <Tr>
      <Td>
        <Checkbox
          checked={type.isEnabled}
          disabled={isDisabled}
          aria-label={text('settings.types.onFor', { name: option.displayName })}
          onCheckedChange={(checked) => onChange(`${path}.isEnabled`, checked === true)}
        />
      </Td>
      <Td>
        <Flex direction="column" alignItems="flex-start">
          <Flex gap={2}>
            <Typography fontWeight="bold" textColor="neutral800">
              {option.displayName}
            </Typography>
            {needsAttention ? (
              <WarningCircle fill="danger600" aria-label={text('settings.types.needsAttention')} />
            ) : null}
          </Flex>
          <Typography variant="pi" textColor="neutral600">
            {option.uid}
          </Typography>
        </Flex>
      </Td>
      <Cell>{type.mapping.cover?.field ?? text('settings.none')}</Cell>
      <Cell>{targetName(type.mapping.inArticle)}</Cell>
      <Cell>{type.mapping.inArticle.kind === 'none' ? text('settings.none') : String(count)}</Cell>
      <Cell>{text(type.isAutomatic ? 'settings.yes' : 'settings.no')}</Cell>
      <Td>
        <IconButton
          label={text('settings.types.editOf', { name: option.displayName })}
          aria-expanded={isOpen}
          withTooltip={false}
          variant="ghost"
          onClick={onToggle}
        >
          {isOpen ? <ChevronUp /> : <ChevronDown />}
        </IconButton>
      </Td>
    </Tr>
  );
};
