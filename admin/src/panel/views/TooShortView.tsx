import { TextButton } from '@strapi/design-system';
import type { ArticleRef } from '../../article-ref';
import { useText } from '../../components/useText';
import type { ContextDto } from '../../services/merge-run';
import { usePanelMemory } from '../../services/panel-memory';
import { canHoldCover, resolveChoices } from '../choices';
import { GenerateBox } from '../generate/GenerateBox';
import { OrderBox } from './IdleView';
import { Sentence } from './Sentence';

type Props = { article: ArticleRef; context: ContextDto; isModified: boolean };

/** Too few words for pictures in the text: a cover needs no more than a title. */
export const TooShortView = (props: Props) => {
  const { article, context } = props;
  const text = useText();
  const { memory, change } = usePanelMemory(article);
  const words = context.article?.words ?? 0;
  const offersCover = canHoldCover(context) && !context.article?.isCoverFilled;
  const coverOnly = { ...resolveChoices(context, memory), count: 0, includeFeatured: true };
  return (
    <>
      <Sentence>{text('panel.short', { words, min: context.minimumWords })}</Sentence>
      {memory.isChangeOpen || !offersCover ? (
        <OrderBox {...props} />
      ) : (
        <>
          <GenerateBox
            article={article}
            choices={{ ...coverOnly, isChanged: false }}
            canConfigure={context.permissions.canConfigure}
            label={text('panel.titleOnly')}
          />
          <TextButton onClick={() => change({ isChangeOpen: true })}>
            {text('panel.generateAnyway')}
          </TextButton>
        </>
      )}
    </>
  );
};
