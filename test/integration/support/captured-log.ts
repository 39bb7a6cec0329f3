import type { BootedStrapi } from '../boot-strapi';

type Line = { level: string; message: unknown };

/** Everything Strapi and the plugin write to the log from now on, debug lines included; the console stays quiet. */
export const captureLog = ({ strapi }: BootedStrapi): string[] => {
  const lines: string[] = [];
  for (const transport of strapi.log.transports) transport.level = 'error';
  strapi.log.level = 'silly';
  strapi.log.on('data', ({ level, message }: Line) => lines.push(`${level} ${String(message)}`));
  return lines;
};
