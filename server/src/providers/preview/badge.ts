import type { Canvas } from './canvas';
import { drawText, toDrawable } from './glyphs';
import { roundedRectangle } from './paths';

const LONGEST_SUBJECT = 46;

/** Cuts at a word: half a word in a corner looks broken. */
const shorten = (text: string): string => {
  if (text.length <= LONGEST_SUBJECT) return text;
  const cut = text.slice(0, LONGEST_SUBJECT - 3);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 12 ? end : undefined).replace(/[\s,.:&(-]+$/, '')}...`;
};

/**
 * The mark in the corner that says what the picture is: a preview, and of what. Small, but on a plate of its own, so
 * that nobody publishes it by mistake for artwork.
 */
export const paintBadge = (canvas: Canvas, subject: string): void => {
  const { width, height, unit, palette } = canvas;
  const letters = Math.max(8, unit * 0.0155);
  const [margin, padding] = [unit * 0.03, letters * 1.05];
  const tall = letters + padding * 1.5;
  const y = height - margin - tall;
  const top = y + (tall - letters) / 2;
  const label = drawText('PREVIEW', {
    x: margin + padding,
    y: top,
    height: letters,
    spacing: 1.25,
  });
  const room = width - margin * 2 - label.width - padding * 3.4;
  const words = shorten(toDrawable(subject));
  const start = margin + padding + label.width + padding * 1.3;
  const text = drawText(words, { x: start, y: top, height: letters, spacing: 0.95 });
  const isFitting = words !== '' && text.width <= room;
  const wide = label.width + padding * 2 + (isFitting ? text.width + padding * 1.3 : 0);
  const line = letters * 0.145;
  canvas.paint({
    path: roundedRectangle(margin, y, wide, tall, tall / 2),
    fill: palette.ink,
    opacity: 0.82,
  });
  canvas.paint({ path: label.path, stroke: { colour: palette.sun, width: line * 1.15 } });
  if (isFitting) canvas.paint({ path: text.path, stroke: { colour: palette.light, width: line } });
};
