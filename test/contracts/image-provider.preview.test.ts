import { createPreviewProvider } from '../../server/src/providers/preview/preview-provider';
import { describeImageProvider } from './image-provider.contract';

describeImageProvider('preview', {
  create: createPreviewProvider,
  request: {
    model: 'preview',
    size: { width: 768, height: 512 },
    parameters: {},
    price: null,
  },
  failures: [],
  fail: () => undefined,
  isPaid: false,
});
