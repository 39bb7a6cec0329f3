const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Things that carry writing: image models fill them with invented letters. */
export const GLYPH_OBJECTS = words(`
  sign signs signage signpost signposts billboard billboards poster posters banner banners placard placards screen
  screens monitor monitors laptop laptops smartphone smartphones phone phones tablet tablets television televisions tv
  keyboard keyboards dashboard dashboards chart charts graph graphs diagram diagrams infographic infographics map maps
  book books notebook notebooks newspaper newspapers magazine magazines page pages document documents papers
  letter letters envelope envelopes whiteboard whiteboards blackboard blackboards chalkboard chalkboards calendar
  calendars clock clocks wristwatch wristwatches label labels logo logos packaging menu menus ticket tickets receipt receipts
  banknote banknotes coin coins card cards scoreboard scoreboards typewriter typewriters text caption captions title
  titles headline headlines lettering typography words numbers watermark watermarks
`);

/** Said beside a glyph object these hide its face. */
export const BLANK_WORDS = words(`
  blank empty closed unmarked plain bare covered shut folded stacked behind back turned down away distant blurred
  faceless wordless unprinted unlabeled unlabelled off dark
`);

/** Words that say what is missing: image models draw the thing all the same. */
export const NEGATION =
  /\b(?:no|not|never|without|none|nothing|nobody|nowhere|neither|nor|cannot|avoid(?:s|ing)?|exclud(?:e|es|ing)|lacking|absent|devoid|instead of|absence of|free of|free from)\b|n['’]t\b/i;

/** Pictures of these are refused by image services, or hurt. */
export const HARM =
  /\b(?:blood|bloody|bleeding|wounds?|wounded|corpses?|dead bod(?:y|ies)|gore|gory|nude|naked|nudity|guns?|rifles?|pistols?|noose|syringes?|scalpels?|surgery|swastikas?|beheading|suicide|torture)\b/i;

export const MINORS =
  /\b(?:child|children|kids?|boys?|girls?|bab(?:y|ies)|toddlers?|teen(?:ager)?s?|infants?|pupils?|schoolchildren)\b/i;

/** Capitalised words that are no names of people or brands: peoples, regions, times of year, technical letters. */
export const ALLOWED_CAPITALS = words(`
  I DSLR LED HDR UV DNA RAW ISO Earth Moon Sun North South East West Northern Southern Eastern Western
  African Alpine American Andean Arab Arabic Arctic Antarctic Art Asian Atlantic Australian Austrian Baltic Baroque
  Bauhaus Belgian Brazilian British Byzantine Canadian Caribbean Celtic Chilean Chinese Christmas Danish Deco Dutch
  Easter Egyptian English European Finnish French Georgian German Gothic Greek Indian Indonesian Iranian Irish Islamic
  Italian Japanese Jewish Kenyan Korean Latin Lebanese Mediterranean Mexican Moroccan Muslim Nordic Norwegian Nouveau
  Ottoman Pacific Palestinian Persian Peruvian Polish Portuguese Renaissance Roman Romanesque Russian Scandinavian
  Scottish Spanish Swedish Swiss Syrian Thai Turkish Ukrainian Victorian Vietnamese Welsh
  Africa Alps America Andes Antarctica Argentina Asia Australia Austria Bangladesh Belgium Brazil Britain Bulgaria
  Canada Chile China Colombia Croatia Cuba Denmark Egypt England Ethiopia Europe Finland France Germany Ghana Greece
  Himalaya Himalayas Hungary Iceland India Indonesia Iran Ireland Israel Italy Japan Jordan Kenya Korea Lebanon Malaysia
  Mexico Morocco Nepal Netherlands Nigeria Norway Pakistan Patagonia Peru Philippines Poland Portugal Romania Russia
  Sahara Scotland Serbia Singapore Slovakia Spain Sweden Switzerland Syria Taiwan Tanzania Thailand Tunisia Turkey
  Uganda Ukraine Vietnam Wales
  January February March April May June July August September October November December
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday
`);
