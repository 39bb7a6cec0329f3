import { defineLanguage, toSentence } from './language';

export const en = defineLanguage({
  code: 'en',
  isSpaced: true,
  stopWords: `a about above after again against all also am an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further had has have
    having he her here hers him his how i if in into is it its itself just like many may me might more most much
    must my no nor not now of off on once one only or other our ours out over own same she should so some such
    than that the their theirs them then there these they this those through to too two under until up us use
    used using very was way we well were what when where which while who whom why will with would you your
    yours it's don't can't that's there's we're you're i'm won't isn't doesn't new make get see need first`,
  graveWords: `killed kills killing war wars wartime murder murdered attack attacks victim victims dead deaths died
    funeral suicide rape abuse abused terror terrorist terrorism shooting bombing bombs genocide massacre
    casualties hostage torture trafficking airstrike invasion refugees famine holocaust`,
  abbreviations: `mr mrs ms dr prof sr jr st vs etc e.g i.e approx no fig vol inc ltd co dept est jan feb mar apr
    jun jul aug sep sept oct nov dec`,
  skippedHeadings: `
    faq
    faqs
    frequently asked questions
    references
    further reading
    see also
    sources
    bibliography
    footnotes
    notes
    external links
    related
    related articles
    conclusion
    conclusions
    final thoughts
    wrapping up
    summary
    in summary
    in conclusion
    closing thoughts
    closing remarks
    wrap up
    wrap-up
    thank you
    thanks
    tl;dr
    about the author
    about the authors
    author
    disclaimer
    acknowledgements
    acknowledgments
    credits
    license
    licence
    table of contents
    contents
    contact
    contact us
    changelog
    share this
    comments
    subscribe
  `,
  lexicon: {
    food: `recipe ingredient cook cooking cooked bake baked baking oven dish meal dinner breakfast lunch flavor flavour
      sauce cheese egg butter flour sugar salt pepper dough bread soup salad meat fish vegetable restaurant chef
      kitchen tablespoon teaspoon simmer fry roast pan delicious wine taste spice garlic onion pasta rice boil whisk
      stir serve dessert chocolate`,
    travel: `travel traveler traveller trip journey hotel flight airport passport tourist tourism destination beach island
      itinerary luggage hostel roadtrip scenic hike hiking trail train sightseeing vacation holiday backpack
      roundtrip byway visit visitor cruise route tram ferry viewpoint cobblestone castle suitcase guidebook sunset
      harbor harbour pier souvenir backpacker campsite promenade abroad explore`,
    health: `health healthy medical medicine patient doctor nurse hospital clinic symptom disease therapy treatment
      exercise sleep insomnia diet nutrition mental stress anxiety wellness vaccine blood heart pain yoga meditation
      pregnancy therapist diagnosis surgery illness chronic immune brain stomach fitness`,
    science: `scientist research researcher study species experiment laboratory physics chemistry biology galaxy telescope
      planet molecule dna genetic evolution climate hypothesis fossil biologist astronomy quantum finding population
      theory particle observation specimen microscope measurement`,
    technology: `software app code developer programming api server database computer data cloud algorithm ai machine
      open-source github javascript react deploy devops framework internet cyber website browser digital hardware
      robot bitcoin encryption cryptography telemetry instrumentation user bug programmer repository plugin compiler
      python rust linux docker kubernetes frontend backend`,
    business: `company business market revenue profit sale customer startup investor investment retail retailer store shop
      chain ceo brand marketing strategy finance bank stock economy employee acquisition supply founder cash salary
      budget fundraising supplier forecast invoice entrepreneur`,
    government: `government policy law minister parliament election vote agency federal public citizen council mayor
      regulation legal court senate congress president ministry procurement permit municipal license copyright
      licence legislation lawmaker ballot`,
    education: `school student teacher university learning lesson course exam curriculum classroom education homework
      college campus training quiz tutorial pupil teach teaching learn class grade lecture textbook kindergarten`,
    home: `home house room furniture kitchen garden diy paint wall bedroom sofa decor interior renovation cleaning
      bathroom curtain lamp shelf apartment carpet chair wood wooden glue sand sanding sandpaper brush varnish polish
      tool drill hammer screw repair restore restoring workshop tile flooring drawer cabinet`,
    nature: `forest river mountain wildlife bird animal tree ocean sea lake conservation habitat flower garden plant bee
      whale wolf desert glacier climate penguin nest species leaf wild valley volcano crater lizard tortoise insect
      waterfall meadow soil seed shore`,
    sport: `match team player coach goal league championship olympic race athlete football soccer tennis basketball medal
      tournament marathon training gold hurdle metre cyclist swim runner running sprint gym stadium pitch score
      referee athletic`,
    culture: `art artist music film movie museum theater theatre festival novel author poem dance painting exhibition
      concert history heritage tradition religion church story culture album photography cathedral ancient ruin ruined
      monument palace statue architecture emperor medieval marble sculpture dome gladiator pope temple arena gallery
      orchestra singer poet`,
  },
  scenes: {
    food: `
      earthenware bowls and a wooden spoon | on a floured wooden worktop beside a window
      a mixing bowl and a whisk | on a linen cloth across a kitchen table
      simmering vegetables | in a heavy iron pan on a kitchen stove
      fresh herbs and lemons | on a pale marble counter
      stacked plates and folded napkins | on a long dining table laid for a shared meal
      baskets of vegetables | in a kitchen garden beside a low stone wall
    `,
    travel: `
      a winding country road | in front of distant blue mountains
      small moored boats | beside a quiet harbor with pastel houses
      a canvas backpack and walking boots | on a flat rock above a valley
      flower boxes and cobblestones | along a narrow old-town lane
      a folded blanket and a thermos flask | on a wooden cabin porch
      an empty footpath | between tall grasses on a coastal headland
    `,
    health: `
      a bowl of fruit and a glass of water | on a tidy kitchen table
      a rolled exercise mat and a water bottle | on the wooden floor of an airy studio
      a gravel path | under tall trees in a quiet park
      folded towels and green leaves | on a smooth stone ledge
      an armchair and a potted plant | in a calm room with pale walls
      running shoes and a skipping rope | on a doorstep facing a garden
    `,
    science: `
      glass flasks and test tubes | on a clean laboratory bench
      smooth stones and shells | in neat rows on a pale work surface
      a white observatory dome | on a bare hilltop under a wide open sky
      a brass microscope | on a wooden desk beside a window
      a small research tent | on open ground near a rocky shore
      swirling ink | in a clear glass tank of water
    `,
    technology: `
      rows of metal cabinets with small lights | in a cool data hall
      coiled cables and a soldering iron | on a tidy workbench
      empty desks and chairs | in a spacious office with tall windows
      a balanced tower of wooden blocks | on a plain white table
      a steel footbridge | beside a calm river with a city skyline behind
      small metal gears and springs | in neat order on gray felt
    `,
    business: `
      a long oak table with empty chairs | in a meeting room with tall windows
      coffee cups and a small potted plant | on a shared wooden desk
      glass office towers | beside a tree-lined city square
      a balanced stack of smooth pebbles | on a slate tabletop
      stacked wooden crates | in a large clean warehouse
      a young tree with a wooden stake | in a courtyard between modern buildings
    `,
    government: `
      broad stone steps | in front of a civic building with columns
      a round table with empty chairs | in an airy community hall
      benches and plane trees | on a wide public square in an old town
      water glasses and a bowl of apples | on a long polished council table
      wooden benches | along a gravel walk in a public park
      clustered red roofs | in a green river valley
    `,
    education: `
      rows of wooden desks | in a quiet classroom with tall windows
      colored pencils and an apple | on a worn wooden desk
      building blocks and a wooden abacus | on a low round table
      cushions and a round rug | in a quiet corner beside a tall arched window
      a large old tree | in an open courtyard between brick school buildings
      paint jars and clean brushes | on a paint-flecked workbench
    `,
    home: `
      a linen sofa and a floor lamp | in a living room with oak floorboards
      a ceramic vase with dried stems | on a wooden sideboard
      paint tins and wide brushes | on a dust sheet beside a freshly painted wall
      a made bed with folded blankets | in a quiet bedroom with white curtains
      terracotta pots and a watering can | on a small garden terrace
      hand tools for woodworking | in a neat row on a garage workbench
    `,
    nature: `
      tall pines | on a mossy forest floor beside a stream
      a still lake | below a ridge of distant mountains
      wild flowers and grasses | in an open summer meadow
      fallen leaves and pine cones | on damp dark soil
      breaking waves and wet rocks | on a wild rocky shore
      reeds and drifting mist | at the edge of a broad wetland
    `,
    sport: `
      an empty running track | in a large open stadium
      running shoes and a water bottle | on a wooden bench in a changing room
      a plain white ball | on a freshly cut grass pitch
      white goal posts | beside a green playing field with rows of empty seats
      a coiled rope and a chalk bag | on the floor of a climbing hall
      a leaning bicycle | beside a quiet mountain road
    `,
    culture: `
      rows of red velvet seats | in an empty theater with a closed curtain
      a violin and its bow | on a dark polished table
      simple sculptures on white plinths | in a spacious gallery hall
      clay pots and carving tools | on a studio table
      wooden stalls and string lights | in a cobbled square lined with old houses
      paper lanterns | on a low wooden veranda
    `,
    other: `
      a ceramic cup and a sprig of green leaves | on a plain wooden table near a window
      a tree-lined path | in an open park with gentle hills
      smooth river stones | in a loose spiral on pale sand
      a wooden chair | in a quiet room with white walls
      a small rowing boat | beside a calm bay with soft hills behind
      a glass jar of wild flowers | on a broad stone windowsill
    `,
  },
  stem: (word) => word.replace(/(?<=..)ies$/, 'y').replace(/(?<=...)s$/, ''),
  join: (first, second) => `${first} and ${second}`,
  describe: ({ subject, setting }) => toSentence(`${subject} ${setting}`),
});
