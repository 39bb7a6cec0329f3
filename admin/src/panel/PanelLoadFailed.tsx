import { Typography } from '@strapi/design-system';
import { useText } from '../components/useText';

/** The panel's own code could not be loaded, most likely because the site was updated while this page was open. */
export const PanelLoadFailed = () => {
  const text = useText();
  return <Typography textColor="neutral800">{text('panel.codeFailed')}</Typography>;
};
