import type { FieldMappingDto } from '../../../shared/contracts/settings';
import { useText } from '../components/useText';

/** Where pictures in the text go, in words. */
export const useTargetName = () => {
  const text = useText();
  return (target: FieldMappingDto['inArticle']): string => {
    switch (target.kind) {
      case 'body':
        return text('settings.target.body');
      case 'zone':
        return text('settings.target.zone', { field: target.field, component: target.component });
      case 'media':
        return text('settings.target.media', { field: target.field });
      case 'none':
        return text('settings.none');
    }
  };
};
