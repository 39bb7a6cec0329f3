import type { Orientation } from '../../../../shared/vocabulary';
import { ArticleImagesError } from '../errors';
import { parseSize, type ImageSize } from './image-size';
import { isLegalSize } from './is-legal-size';
import type { ModelConfig } from './model-config';

type SizedModel = Pick<ModelConfig, 'label' | 'sizes' | 'sizeConstraint'>;

/**
 * The pixels a model makes for an orientation. A slot asks for an orientation, only the model config knows pixels.
 * Throws `no_model_size` when none is set, `unsupported_size` (with `details.nearest`) when the one set breaks the
 * model's own rule: better here than as a refusal of the service.
 */
export const sizeFor = ({
  model,
  orientation,
}: {
  model: SizedModel;
  orientation: Orientation;
}): ImageSize => {
  const text = model.sizes[orientation];
  const size = parseSize(text);
  if (!size) {
    const found = text ? `"${text}" is not WIDTHxHEIGHT` : 'none is set';
    throw new ArticleImagesError(
      'no_model_size',
      `The model "${model.label}" has no ${orientation} size: ${found}. Set one in its model config.`,
      { details: { model: model.label, orientation } },
    );
  }
  const { isLegal, problems, nearest } = isLegalSize({ constraint: model.sizeConstraint, size });
  if (isLegal) return size;
  const choice = nearest.length > 0 ? ` Nearest sizes it makes: ${nearest.join(', ')}.` : '';
  throw new ArticleImagesError(
    'unsupported_size',
    `The model "${model.label}" cannot make ${text} (${orientation}). ${problems.join(' ')}${choice}`,
    { details: { model: model.label, orientation, size: text, problems, nearest } },
  );
};
