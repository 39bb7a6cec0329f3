import { TextButton, Typography } from '@strapi/design-system';
import type { ImageDto } from '../../../../shared/contracts/runs';
import type { ArticleRef } from '../../article-ref';
import { Note } from '../../components/Note';
import { PanelButton } from '../../components/PanelButton';
import { Thumbs, useImageName } from '../../components/Thumbs';
import { useFormat } from '../../components/useFormat';
import { useText } from '../../components/useText';
import { useAcceptMissingMutation } from '../../services/attachments';
import { useDismissRunMutation } from '../../services/runs';
import { Sentence } from './Sentence';

type Put = { onPut: (imageIds: string[]) => void; isPutting: boolean; canGenerate: boolean };
type Reason = NonNullable<ImageDto['unplacedReason']>;

const idsOf = (images: readonly ImageDto[]): string[] => images.map(({ id }) => id);

/** In the form, not in any saved version. */
export const UnsavedNote = ({ n }: { n: number }) => {
  const text = useText();
  return (
    <Note kind="warning">
      {text('panel.inForm', { n })} {text('panel.saveToKeep', { n })}
    </Note>
  );
};

export const UnsavedView = ({ images }: { images: ImageDto[] }) => {
  const text = useText();
  return (
    <>
      <UnsavedNote n={images.length} />
      <Thumbs images={images} />
      {images.some(({ role }) => role === 'in_article') ? (
        <Typography variant="pi" textColor="neutral600">
          {text('panel.undoNote')}
        </Typography>
      ) : null}
    </>
  );
};

const byReason = (images: ImageDto[]): [Reason, ImageDto[]][] => {
  const groups = new Map<Reason, ImageDto[]>();
  for (const image of images) {
    const reason = image.unplacedReason ?? 'in_form';
    groups.set(reason, [...(groups.get(reason) ?? []), image]);
  }
  return [...groups];
};

/** Asking again cannot help while the field is full or unfit, or the article gone. */
const HOPELESS: readonly Reason[] = ['field_filled', 'field_cannot_hold', 'article_gone'];

const canBePut = ({ unplacedReason }: ImageDto): boolean =>
  unplacedReason === null || !HOPELESS.includes(unplacedReason);

type UnplacedProps = Put & { article: ArticleRef; images: ImageDto[]; runId: string | null };

/** Finished, in the Media Library, and in no article: says why and offers to try. */
export const UnplacedView = ({ article, images, runId, ...put }: UnplacedProps) => {
  const text = useText();
  const name = useImageName();
  const { list } = useFormat();
  const [dismissRun, { isLoading }] = useDismissRunMutation();
  const possible = images.filter(canBePut);
  return (
    <>
      <Sentence>{text('panel.unplaced', { n: images.length })}</Sentence>
      <Thumbs images={images} />
      {byReason(images).map(([reason, group]) => (
        <Note key={reason} kind="warning">
          <strong>{list(group.map(name))}</strong>
          {': '}
          {text(`unplaced.${reason}`)}
        </Note>
      ))}
      {put.canGenerate && possible.length > 0 ? (
        <PanelButton loading={put.isPutting} onClick={() => put.onPut(idsOf(possible))}>
          {text('panel.putIn', { n: possible.length })}
        </PanelButton>
      ) : null}
      {put.canGenerate && runId ? (
        <TextButton disabled={isLoading} onClick={() => void dismissRun({ article, id: runId })}>
          {text('panel.leaveInLibrary')}
        </TextButton>
      ) : null}
    </>
  );
};

type MissingProps = Put & { article: ArticleRef; imageIds: string[]; images: ImageDto[] };

/** A save took pictures out that were in the article: one click puts them back, another says it was meant. */
export const MissingView = ({ article, imageIds, images, ...put }: MissingProps) => {
  const text = useText();
  const [acceptMissing, { isLoading }] = useAcceptMissingMutation();
  const n = imageIds.length;
  return (
    <>
      <Note kind="warning">{text('panel.wiped', { n })}</Note>
      <Thumbs images={images.filter(({ id }) => imageIds.includes(id))} />
      {put.canGenerate ? (
        <>
          <PanelButton loading={put.isPutting} onClick={() => put.onPut(imageIds)}>
            {text('panel.putBack', { n })}
          </PanelButton>
          <TextButton
            disabled={isLoading}
            onClick={() => void acceptMissing({ article, imageIds })}
          >
            {text('panel.onPurpose')}
          </TextButton>
        </>
      ) : null}
    </>
  );
};
