'use strict';

const path = require('path');
const { flag, number, text } = require('../src/environment');

const sqlite = () => ({
  connection: {
    filename: path.resolve(__dirname, '..', text('DATABASE_FILENAME', '.tmp/data.db')),
  },
  useNullAsDefault: true,
});

const server = (defaultPort) => ({
  connection: {
    ...(text('DATABASE_URL') ? { connectionString: text('DATABASE_URL') } : {}),
    host: text('DATABASE_HOST', '127.0.0.1'),
    port: number('DATABASE_PORT', defaultPort),
    database: text('DATABASE_NAME', 'strapi'),
    user: text('DATABASE_USERNAME', 'strapi'),
    password: text('DATABASE_PASSWORD', ''),
    schema: text('DATABASE_SCHEMA', 'public'),
    ssl: flag('DATABASE_SSL', false) && { rejectUnauthorized: true },
  },
  pool: { min: number('DATABASE_POOL_MIN', 0), max: number('DATABASE_POOL_MAX', 10) },
});

const mysql = () => {
  const { connection, pool } = server(3306);
  const { schema, connectionString, ...mysqlConnection } = connection;
  return { connection: mysqlConnection, pool };
};

const connections = { sqlite, postgres: () => server(5432), mysql };

module.exports = () => {
  const client = text('DATABASE_CLIENT', 'sqlite');
  return {
    connection: {
      client,
      ...connections[client](),
      acquireConnectionTimeout: number('DATABASE_CONNECTION_TIMEOUT', 60000),
    },
  };
};
