#!/usr/bin/env node
'use strict';

/**
 * Strapi's command line for this app: `node strapi.js build`, `start`, `develop`, ...
 * The original searches all folders above for a tsconfig.json and would compile the plugin's project as the app.
 */
const path = require('path');

const dist = path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'dist');

require(path.join(dist, 'src/cli/utils/tsconfig.js')).loadTsConfig = () => undefined;
require(path.join(dist, 'cli.js')).runCLI(process.argv);
