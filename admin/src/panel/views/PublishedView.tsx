import { TextButton } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import type { ImageDto } from '../../../../shared/contracts/runs';
import { Thumbs } from '../../components/Thumbs';
import { useText } from '../../components/useText';
import { Sentence } from './Sentence';

/** The published version cannot be written: pictures are made and attached on the draft. */
export const PublishedView = ({ images }: { images: ImageDto[] }) => {
  const text = useText();
  const [, setQuery] = useQueryParams();
  return (
    <>
      <Sentence>{text('panel.published')}</Sentence>
      <Thumbs images={images} />
      <TextButton onClick={() => setQuery({ status: 'draft' }, 'push', true)}>
        {text('panel.goToDraft')}
      </TextButton>
    </>
  );
};
