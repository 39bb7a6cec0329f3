'use strict';

const { text } = require('../src/environment');

module.exports = { level: text('LOG_LEVEL', 'http') };
