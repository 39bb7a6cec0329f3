import type { ImageBrief } from './image-brief';

const VARIABLE = /\{\{\s*(\w+)\s*\}\}/g;
const SENTENCE_END = /[.!?。！？]\s*/g;

const fill = (template: string, brief: ImageBrief): string => {
  const values: Record<string, string> = {
    prompt: brief.prompt,
    subject: brief.subject,
    scene: brief.scene,
    palette: brief.palette,
  };
  return template.replace(VARIABLE, (whole, name: string) => values[name] ?? whole);
};

/** Cuts at the last sentence that fits, else at the last word: a prompt never ends in the middle of one. */
const cutTo = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const ends = [...head.matchAll(SENTENCE_END)].map(
    (match) => match.index + match[0].trimEnd().length,
  );
  const end = ends.at(-1);
  if (end !== undefined && end > limit / 2) return head.slice(0, end);
  const space = head.lastIndexOf(' ');
  return (space > 0 ? head.slice(0, space) : head).trimEnd();
};

/** Brief, site template and model limits to the texts that go over the wire. */
export const composePrompt = ({
  brief,
  template,
  model,
}: {
  brief: ImageBrief;
  template: string | null;
  model: { capabilities: { promptMax: number; negativePrompt: boolean } };
}): { prompt: string; negativePrompt: string | null; warnings: string[] } => {
  const whole = fill(template ?? '{{prompt}}', brief)
    .replace(/\s+/g, ' ')
    .trim();
  const prompt = cutTo(whole, model.capabilities.promptMax);
  const takesNegative = model.capabilities.negativePrompt && brief.avoid.length > 0;
  return {
    prompt,
    negativePrompt: takesNegative ? brief.avoid.join(', ') : null,
    warnings:
      prompt.length < whole.length
        ? [`The prompt was cut to the model's ${model.capabilities.promptMax} characters.`]
        : [],
  };
};
