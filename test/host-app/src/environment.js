'use strict';

/** Generated `.env` files hold unset variables as empty strings: empty means not set. */
const text = (name, fallback) => {
  const value = process.env[name];
  return value === undefined || value.trim() === '' ? fallback : value.trim();
};

const number = (name, fallback) => {
  const value = text(name);
  return value === undefined ? fallback : Number(value);
};

const flag = (name, fallback) => {
  const value = text(name);
  return value === undefined ? fallback : value === 'true' || value === '1';
};

module.exports = { text, number, flag };
