/** The parts of JSON schema that strict structured outputs allow. */
type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
};

type Section = { id: string; heading: string | null; text: string };

/** What the request asks for, read from its words: the article as JSON, and how many images. */
export type Commission = {
  sections: Section[];
  count: number;
  includeFeatured: boolean;
  title: string;
};

const findJsonObjects = (words: string): unknown[] => {
  const blocks = [...words.matchAll(/<article>\s*([\s\S]*?)\s*<\/article>/g)].map((one) => one[1]);
  const braces = words.slice(words.indexOf('{'), words.lastIndexOf('}') + 1);
  return [...blocks, braces].flatMap((text) => {
    try {
      return [JSON.parse(text ?? '') as unknown];
    } catch {
      // Braces in prose are no object; the next candidate may be one.
      return [];
    }
  });
};

const toSection = (value: unknown): Section[] => {
  const { id, heading, text, words } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string') return [];
  const body = [text, words].find((one) => typeof one === 'string');
  return [{ id, heading: typeof heading === 'string' ? heading : null, text: String(body ?? '') }];
};

export const readCommission = (words: string): Commission => {
  const article = findJsonObjects(words).find((value) =>
    Array.isArray((value as { sections?: unknown } | null)?.sections),
  ) as { title?: unknown; sections: unknown[] } | undefined;
  const sections = (article?.sections ?? []).flatMap(toSection);
  const asked = /(\d+) (?:inline|in-article) image/.exec(words)?.[1];
  const count = asked === undefined ? sections.length : Number(asked);
  return {
    sections,
    count: Math.min(count, sections.length),
    includeFeatured: asked === undefined || /\bfeatured image\b/.test(words.slice(0, 400)),
    title: String(article?.title ?? ''),
  };
};

/** Drawable moments that differ in every noun, so that no two images of a list repeat each other. */
const MOMENTS: [subject: string, scene: string][] = [
  [
    'a clay bowl of ripe pears',
    'on a linen cloth beside a tall kitchen window with dew on the glass',
  ],
  [
    'a winding gravel path',
    'between green hills under drifting clouds, with a stone wall along one side',
  ],
  [
    'a pair of hands kneading dough',
    'on a floured wooden board, with a rolling pin resting nearby',
  ],
  ['a row of narrow brick houses', 'above a quiet canal at dusk, with reflections on still water'],
  [
    'a copper watering can',
    'among seedlings in a bright greenhouse, with soil spread over the bench',
  ],
  ['a wooden rowing boat', 'tied to a weathered jetty on a misty lake, with reeds in the shallows'],
  ['a cyclist seen from behind', 'crossing an iron bridge in early spring, with a river far below'],
  [
    'a stack of folded wool blankets',
    'on a cane chair near a glowing fireplace, with embers and a basket',
  ],
  [
    'a glass prism and brass lenses',
    'on a laboratory bench, with coloured rays across white plaster',
  ],
  ['a flock of sheep', 'grazing on a steep alpine pasture, with snow on the distant summits'],
];

type Shot = { slot: 'featured' | 'inline'; section: Section | null; index: number };

const sentence = (text: string, limit: number): string => {
  const first = (/^[^.!?\n]+/.exec(text.trim())?.[0] ?? '').trim();
  if (first.length <= limit) return first === '' ? '' : `${first}.`;
  return `${first.slice(0, limit).replace(/\s+\S*$/, '')}.`;
};

const promptOf = ([subject, scene]: [string, string]): string =>
  `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${scene}. Calm open space on one third of the frame, seen at eye level with soft depth behind and clear simple shapes in front.`;

/** Alternative text in the article's own language: its own words are the only ones a simulator has. */
const altOf = ({ section }: Shot, title: string): string =>
  sentence(section?.text ?? '', 110) ||
  sentence(section?.heading ?? title, 110) ||
  'A quiet scene.';

const textFor = (name: string, shot: Shot | null, commission: Commission): string => {
  const moment = MOMENTS[(shot?.index ?? 0) % MOMENTS.length]!;
  const texts: Record<string, () => string> = {
    language: () => 'en',
    gist: () => sentence(commission.title, 200) || 'An article.',
    tone: () => 'calm and practical',
    medium: () => 'natural editorial photograph',
    palette: () => 'warm ochre and sage',
    light: () => 'soft window light',
    lens: () => '50mm lens',
    mood: () => 'quiet',
    subject: () => moment[0],
    scene: () => moment[1],
    prompt: () => promptOf(moment),
    scoreText: () => `${moment[0]} ${moment[1]}`.split(' ').slice(0, 38).join(' '),
    alt: () => (shot ? altOf(shot, commission.title) : ''),
    caption: () => shot?.section?.heading ?? (sentence(commission.title, 120) || 'A quiet scene.'),
    sectionId: () => shot?.section?.id ?? '',
    distinctFrom: () => 'another subject and another shot than its neighbours',
    q: () => 'Is the main subject clearly visible?',
    id: () => 'c1',
  };
  return texts[name]?.() ?? 'simulated';
};

const shotsOf = ({ sections, count, includeFeatured }: Commission): Shot[] => [
  ...(includeFeatured ? [{ slot: 'featured' as const, section: null, index: 0 }] : []),
  ...sections
    .slice(0, count)
    .map((section, index): Shot => ({ slot: 'inline', section, index: index + 1 })),
];

const CHOICES: Record<string, (shot: Shot) => string> = {
  slot: ({ slot }) => slot,
  role: ({ slot }) => (slot === 'featured' ? 'hero' : 'literal'),
  aspect: ({ slot }) => (slot === 'featured' ? '16:9' : '3:2'),
  shot: ({ index }) => ['wide', 'close_up', 'medium', 'overhead'][index % 4] ?? 'wide',
};

/** Fills a schema with sensible values: always valid, and about the article where the field's name says what it wants. */
export const fillSchema = (root: Schema, commission: Commission): unknown => {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split('/').pop();
    return name ? resolve((root.$defs ?? root.definitions ?? {})[name] ?? {}) : schema;
  };

  const choose = (values: unknown[], name: string, shot: Shot | null): unknown => {
    const wanted = shot ? CHOICES[name]?.(shot) : undefined;
    return values.includes(wanted) ? wanted : values[0];
  };

  const fill = (given: Schema, name: string, shot: Shot | null): unknown => {
    const schema = resolve(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return choose(schema.enum, name, shot);
    if (schema.anyOf) {
      const isFeatured = name === 'sectionId' && shot?.section == null;
      const option = schema.anyOf.find((one) => (resolve(one).type === 'null') === isFeatured);
      return fill(option ?? schema.anyOf[0] ?? {}, name, shot);
    }
    const types = [schema.type ?? 'object'].flat();
    if (types.includes('null') && name === 'sectionId' && shot?.section == null) return null;
    return fillType(types.find((type) => type !== 'null') ?? 'null', schema, name, shot);
  };

  const fillType = (type: string, schema: Schema, name: string, shot: Shot | null): unknown => {
    if (type === 'string') return textFor(name, shot, commission);
    if (type === 'integer' || type === 'number') return 3;
    if (type === 'boolean') return true;
    if (type === 'null') return null;
    if (type === 'object') {
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [
          key,
          fill(value, key, shot),
        ]),
      );
    }
    const items = schema.items ?? {};
    if (name === 'images') return shotsOf(commission).map((one) => fill(items, name, one));
    if (name === 'checks') {
      return Array.from({ length: 4 }, (_, index) => {
        const check = fill(items, 'check', shot) as Record<string, unknown>;
        return { ...check, id: `c${index + 1}`, parents: index === 0 ? [] : ['c1'] };
      });
    }
    return name === 'sensitivity' ? ['none'] : [];
  };

  return fill(root, '', null);
};
