import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { TierDto } from '../../../../shared/contracts/context';
import { useFormat } from '../../components/useFormat';
import { useText } from '../../components/useText';
import { byTier, useTierName } from '../../components/useTierName';

type Props = { tiers: TierDto[]; value: string | null; onChange: (tier: string) => void };

/** Quality tiers with the price of one picture. A tier that cannot be used is listed and says why. */
export const TierSelect = ({ tiers, value, onChange }: Props) => {
  const text = useText();
  const tierName = useTierName();
  const { money } = useFormat();
  const label = (tier: TierDto): string => {
    const name = tierName(tier.name);
    if (tier.problem !== null) return text('choice.tier.unusable', { name });
    if (tier.isPreview) return text('choice.tier.preview', { name });
    return tier.pricePerImageMicroUsd === null
      ? name
      : text('choice.tier.price', { name, cost: money(tier.pricePerImageMicroUsd) });
  };
  const problem = tiers.find(({ name }) => name === value)?.problem;
  return (
    <Field.Root width="100%" error={problem ?? false}>
      <Field.Label>{text('choice.tier')}</Field.Label>
      <SingleSelect size="S" value={value} onChange={(tier) => onChange(String(tier))}>
        {[...tiers].sort(byTier).map((tier) => (
          <SingleSelectOption key={tier.name} value={tier.name} disabled={tier.problem !== null}>
            {label(tier)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
};
