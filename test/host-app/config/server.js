'use strict';

const { flag, number, text } = require('../src/environment');

module.exports = () => ({
  host: text('HOST', '127.0.0.1'),
  port: number('PORT', 1337),
  url: text('PUBLIC_URL', ''),
  app: { keys: text('APP_KEYS', 'host-app-key-one,host-app-key-two').split(',') },
  logger: { updates: { enabled: false }, startup: { enabled: flag('STARTUP_LOG', true) } },
  mcp: { enabled: flag('MCP_ENABLED', false) },
});
