import { describe, expect, it } from 'vitest';
import { createCanvas } from '../canvas';
import { createPalette } from '../palette';
import { createRandom } from '../seeded-random';
import { paintBotanical } from './botanical';
import { paintCity } from './city';
import { paintFlatLay } from './flat-lay';
import { paintHills } from './hills';
import { paintMosaic } from './mosaic';
import { paintOrbits } from './orbits';
import { paintPaperCut } from './paper-cut';
import { paintStillLife } from './still-life';
import { paintWaves } from './waves';
import { paintWorkshop } from './workshop';

const SCENES = {
  paintBotanical,
  paintCity,
  paintFlatLay,
  paintHills,
  paintMosaic,
  paintOrbits,
  paintPaperCut,
  paintStillLife,
  paintWaves,
  paintWorkshop,
};
const SIZES = [
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
  { width: 3840, height: 1280 },
  { width: 64, height: 64 },
];

const drawn = (paint: (typeof SCENES)[keyof typeof SCENES], seed: string, size = SIZES[0]!) => {
  const palette = createPalette({ words: 'warm ochre and sage', seed });
  const canvas = createCanvas({ size, random: createRandom(seed), palette });
  paint(canvas);
  return canvas.toSvg();
};

describe.each(Object.entries(SCENES))('%s', (_, paint) => {
  it('draws only numbers, at every shape of picture and for many seeds', () => {
    for (const size of SIZES) {
      for (let seed = 0; seed < 12; seed += 1) {
        const { colours, shades } = drawn(paint, `${seed}`, size);
        expect(colours).not.toMatch(/NaN|undefined|Infinity/);
        expect(shades).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  it('repeats itself for one seed and not for another', () => {
    expect(drawn(paint, 'one')).toEqual(drawn(paint, 'one'));
    expect(drawn(paint, 'one').colours).not.toBe(drawn(paint, 'two').colours);
  });

  it('stays small enough to be drawn at once', () => {
    expect(drawn(paint, 'one').colours.length).toBeLessThan(250_000);
  });
});
