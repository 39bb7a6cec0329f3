/** Spread of brightness, 0 to 255, below which a picture shows nothing. */
const FLAT_BELOW = 2;
/** Enough samples to see any shape larger than a few pixels, few enough to take no time. */
const SAMPLES = 20_000;

/** Tells whether raw 8-bit pixels are one flat colour: what a service answers when it hides a refusal. */
export const isFlat = ({ pixels, channels }: { pixels: Buffer; channels: number }): boolean => {
  const count = Math.floor(pixels.length / channels);
  const step = Math.max(1, Math.floor(count / SAMPLES));
  const [sum, squares] = [new Float64Array(channels), new Float64Array(channels)];
  let samples = 0;
  for (let index = 0; index < count; index += step) {
    for (let channel = 0; channel < channels; channel += 1) {
      const value = pixels[index * channels + channel] ?? 0;
      sum[channel] = (sum[channel] ?? 0) + value;
      squares[channel] = (squares[channel] ?? 0) + value * value;
    }
    samples += 1;
  }
  return sum.every((total, channel) => {
    const mean = total / samples;
    return Math.sqrt(Math.max(0, (squares[channel] ?? 0) / samples - mean * mean)) < FLAT_BELOW;
  });
};
