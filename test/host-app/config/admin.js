'use strict';

const { text } = require('../src/environment');

// The secrets are for this app alone, which holds nothing worth stealing. A real site sets its own.
module.exports = () => ({
  auth: { secret: text('ADMIN_JWT_SECRET', 'host-app-admin-jwt-secret') },
  apiToken: { salt: text('API_TOKEN_SALT', 'host-app-api-token-salt') },
  transfer: { token: { salt: text('TRANSFER_TOKEN_SALT', 'host-app-transfer-token-salt') } },
  secrets: { encryptionKey: text('ENCRYPTION_KEY', 'host-app-encryption-key-32-bytes') },
  flags: { nps: false, promoteEE: false },
  // Tests log in more often than a person does.
  rateLimit: { enabled: false },
});
