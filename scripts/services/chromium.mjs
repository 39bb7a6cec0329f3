import { spawnSync } from 'node:child_process';
import { installPackages } from './apt.mjs';
import { findProgram } from './find-program.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'Google Chrome',
  'Chromium',
];
const FOLDERS = [
  '/usr/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];

const version = (path) => {
  const { status, stdout } = spawnSync(path, ['--no-sandbox', '--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
};

/** Makes a browser available. Returns the variables to export; throws with what to do where it cannot. */
export const provideChromium = () => {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    const found = version(given);
    if (!found) throw new Error(`CHROMIUM_PATH is ${given}, which does not start as a browser.`);
    console.log(`Chromium: ${found}, from CHROMIUM_PATH`);
    return { CHROMIUM_PATH: given };
  }
  const path = findProgram(NAMES, FOLDERS) ?? (installPackages('chromium') && findProgram(NAMES));
  const found = path && version(path);
  if (!found) {
    throw new Error(
      'No Chromium was found and none could be installed. Install Chromium or Google Chrome (on Debian: ' +
        'apt-get install chromium), or set CHROMIUM_PATH to the browser to use.',
    );
  }
  console.log(`Chromium: ${found} at ${path}`);
  return { CHROMIUM_PATH: path };
};
