const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const oneOf = (...values: string[]) => ({ type: 'string', enum: values });

/** Strict structured outputs take only closed objects with every property required. */
const closed = (properties: Record<string, unknown>) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

const image = closed({
  slot: oneOf('featured', 'inline'),
  sectionId: { type: ['string', 'null'] },
  role: oneOf('hero', 'literal', 'example', 'process', 'metaphor', 'detail', 'place'),
  subject: text,
  scene: text,
  shot: oneOf('wide', 'medium', 'close_up', 'macro', 'overhead', 'low_angle', 'aerial'),
  people: oneOf('none', 'hands_only', 'anonymous', 'crowd_far'),
  prompt: text,
  avoid: texts,
  scoreText: text,
  checks: {
    type: 'array',
    items: closed({ id: text, q: text, major: { type: 'boolean' }, parents: texts }),
  },
  aspect: oneOf('16:9', '3:2', '4:3', '1:1', '3:4', '2:3', '9:16'),
  alt: text,
  caption: text,
  concreteness: { type: 'integer', enum: [1, 2, 3, 4, 5] },
  distinctFrom: text,
  safetyNotes: texts,
});

const domain = oneOf(
  ...'food travel health science technology business government education home nature sport culture other'.split(
    ' ',
  ),
);
const sensitivity = oneOf(
  ...'none medical minors real_person brand politics violence religion legal_financial'.split(' '),
);

/** The one answer about one article: language, style of the set, and every image. */
export const ANSWER_SCHEMA = closed({
  language: text,
  article: closed({
    gist: text,
    domain,
    tone: text,
    sensitivity: { type: 'array', items: sensitivity },
  }),
  style: closed({ medium: text, palette: text, light: text, lens: text, mood: text }),
  images: { type: 'array', items: image },
});
