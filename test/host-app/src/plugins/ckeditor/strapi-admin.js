import { File } from '@strapi/icons';

export default {
  register(app) {
    app.customFields.register({
      name: 'CKEditor',
      pluginId: 'ckeditor',
      type: 'richtext',
      icon: File,
      intlLabel: { id: 'ckeditor.label', defaultMessage: 'HTML' },
      intlDescription: { id: 'ckeditor.description', defaultMessage: 'HTML text' },
      components: {
        Input: () => import('./html-input').then((module) => ({ default: module.HtmlInput })),
      },
    });
  },
};
