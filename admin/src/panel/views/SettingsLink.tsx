import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { PLUGIN_ID } from '../../../../shared/vocabulary';
import { useText } from '../../components/useText';

export const SettingsLink = () => {
  const text = useText();
  return (
    <Link tag={NavLink} to={`/settings/${PLUGIN_ID}`}>
      {text('action.openSettings')}
    </Link>
  );
};
