import { Typography } from '@strapi/design-system';
import type { ArticleRef } from '../../article-ref';
import { Note } from '../../components/Note';
import { useFormat } from '../../components/useFormat';
import { useText } from '../../components/useText';
import type { ContextDto } from '../../services/merge-run';
import { usePanelMemory } from '../../services/panel-memory';
import { resolveChoices } from '../choices';
import { ChangeChoices } from '../generate/ChangeChoices';
import { ChoiceSummary } from '../generate/ChoiceSummary';
import { GenerateBox } from '../generate/GenerateBox';

type Props = { article: ArticleRef; context: ContextDto; isModified: boolean };

/** What would be made, the button with its price, and what it reads while the form has unsaved text. */
export const OrderBox = ({
  article,
  context,
  isModified,
  isReplacing = false,
}: Props & { isReplacing?: boolean }) => {
  const text = useText();
  const { time } = useFormat();
  const { memory } = usePanelMemory(article);
  const choices = resolveChoices(context, memory);
  const keepsCover = !isReplacing && choices.includeFeatured && context.article?.isCoverFilled;
  return (
    <>
      <ChoiceSummary article={article} choices={choices} />
      {memory.isChangeOpen ? (
        <ChangeChoices article={article} context={context} choices={choices} />
      ) : null}
      <GenerateBox
        article={article}
        choices={choices}
        isReplacing={isReplacing}
        canConfigure={context.permissions.canConfigure}
      />
      {keepsCover ? <Note>{text('panel.coverStays')}</Note> : null}
      {isModified && context.article ? (
        <Typography variant="pi" textColor="neutral600">
          {text('panel.usesSaved', { time: time(context.article.updatedAt) })}
        </Typography>
      ) : null}
    </>
  );
};

export const IdleView = (props: Props) => {
  const text = useText();
  return (
    <>
      <Typography textColor="neutral600">{text('panel.none')}</Typography>
      <OrderBox {...props} />
    </>
  );
};
