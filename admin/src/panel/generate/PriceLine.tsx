import { Typography } from '@strapi/design-system';
import { useFormat } from '../../components/useFormat';
import { useText } from '../../components/useText';
import type { EstimateDto } from '../../services/runs';

/** Price and time of what the button would do, or the reason why there is none. */
export const usePriceText = () => {
  const text = useText();
  const { money, duration } = useFormat();
  return (estimate: EstimateDto): string => {
    const { isPreview, costMicroUsd, modelLabel, seconds } = estimate;
    if (isPreview) return text('price.preview');
    if (costMicroUsd === null) return text('price.unknown', { model: modelLabel });
    const cost = money(costMicroUsd);
    return seconds === null
      ? text('price.about', { cost })
      : text('price.aboutWithTime', { cost, duration: duration(seconds) });
  };
};

export const PriceLine = ({ estimate }: { estimate: EstimateDto | null }) => {
  const text = useText();
  const priceText = usePriceText();
  return (
    <Typography
      variant="pi"
      textColor="neutral600"
      aria-live="off"
      data-testid="article-images-price"
    >
      {estimate ? priceText(estimate) : text('price.asking')}
    </Typography>
  );
};
