import { Check, Clock, Cross, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ImageDto } from '../../../shared/contracts/runs';
import { fileUrl } from './file-url';
import { useText, type MessageKey } from './useText';

const List = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(3.6rem, 1fr));
  gap: ${({ theme }) => theme.spaces[1]};
  inline-size: 100%;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Box = styled.div`
  display: grid;
  place-items: center;
  aspect-ratio: 1;
  max-block-size: 7.2rem;
  overflow: hidden;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral600};
  & img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  a:focus-visible > & {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const FRAMES = {
  failed: { Icon: WarningCircle, key: 'image.failed' },
  cancelled: { Icon: Cross, key: 'image.cancelled' },
  waiting: { Icon: Clock, key: 'image.waiting' },
  made: { Icon: Check, key: 'image.made' },
} as const satisfies Record<string, { Icon: typeof Check; key: MessageKey }>;

const frameOf = ({ status }: ImageDto) => {
  if (status === 'failed') return FRAMES.failed;
  if (status === 'cancelled') return FRAMES.cancelled;
  return status === 'received' ? FRAMES.made : FRAMES.waiting;
};

/** "Cover" or "Image 3", as everywhere in the panel. */
export const useImageName = () => {
  const text = useText();
  return ({ role, position }: Pick<ImageDto, 'role' | 'position'>): string =>
    role === 'featured' ? text('image.cover') : text('image.inText', { n: position });
};

const Thumb = ({ image }: { image: ImageDto }) => {
  const text = useText();
  const name = useImageName()(image);
  if (!image.file) {
    const { Icon, key } = frameOf(image);
    return (
      <Box role="img" aria-label={text(key, { name })} title={text(key, { name })}>
        <Icon width="1.6rem" height="1.6rem" fill="currentColor" aria-hidden />
      </Box>
    );
  }
  const label = text('image.open', { name, alt: image.alternativeText });
  return (
    <a
      href={fileUrl(image.file.url)}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
    >
      <Box>
        <img src={fileUrl(image.file.thumbnailUrl)} alt="" loading="lazy" />
      </Box>
    </a>
  );
};

/** The pictures of a run or an article: finished ones open in a new tab, the others show where they stand. */
export const Thumbs = ({ images }: { images: readonly ImageDto[] }) => {
  const text = useText();
  if (images.length === 0) return null;
  return (
    <List aria-label={text('image.list')}>
      {images.map((image) => (
        <li key={image.id}>
          <Thumb image={image} />
        </li>
      ))}
    </List>
  );
};
