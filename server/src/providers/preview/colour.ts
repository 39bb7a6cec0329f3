/** A colour by how people see it: lightness 0 to 1, chroma 0 to about 0.3, hue in degrees (OKLCH). */
export type Colour = { l: number; c: number; h: number };

const toLinear = ({ l, c, h }: Colour): [number, number, number] => {
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
};

const toByte = (linear: number): number => {
  const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
};

const isShowable = (colour: Colour): boolean =>
  toLinear(colour).every((value) => value > -0.0005 && value < 1.0005);

/** Red, green and blue, 0 to 255. What a screen cannot show loses chroma, never its lightness. */
export const toRgb = (colour: Colour): [number, number, number] => {
  let showable = colour;
  while (!isShowable(showable) && showable.c > 0.004) {
    showable = { ...showable, c: showable.c * 0.92 };
  }
  const [red, green, blue] = toLinear(showable);
  return [toByte(red), toByte(green), toByte(blue)];
};

export const toHex = (colour: Colour): string =>
  `#${toRgb(colour)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

/**
 * Between two colours as paints mix: opposites meet in a soft grey. Turning the hue instead would bring in a third
 * colour that nobody asked for.
 */
export const mix = (one: Colour, other: Colour, share: number): Colour => {
  const [from, to] = [(one.h * Math.PI) / 180, (other.h * Math.PI) / 180];
  const blend = (start: number, end: number): number => start + (end - start) * share;
  const a = blend(one.c * Math.cos(from), other.c * Math.cos(to));
  const b = blend(one.c * Math.sin(from), other.c * Math.sin(to));
  return {
    l: blend(one.l, other.l),
    c: Math.hypot(a, b),
    h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  };
};

export const withLightness = (colour: Colour, l: number): Colour => ({ ...colour, l });

export const shift = (colour: Colour, change: Partial<Colour>): Colour => ({
  l: Math.min(0.99, Math.max(0.08, colour.l + (change.l ?? 0))),
  c: Math.max(0, colour.c + (change.c ?? 0)),
  h: (colour.h + (change.h ?? 0) + 360) % 360,
});
