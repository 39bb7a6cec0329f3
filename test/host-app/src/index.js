'use strict';

const LOCALES = [{ code: 'fr', name: 'French (fr)' }];

const addMissingLocales = async (strapi) => {
  const locales = strapi.plugin('i18n').service('locales');
  for (const locale of LOCALES) {
    if (!(await locales.findByCode(locale.code))) await locales.create(locale);
  }
};

module.exports = {
  register() {},

  async bootstrap({ strapi }) {
    await addMissingLocales(strapi);
  },
};
