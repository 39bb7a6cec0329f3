// The judgements behind the list of drawable nouns: what WordNet files oddly, and what no picture should show.

const words = (text) => text.split(/\s+/).filter(Boolean);

// Concreteness per lexicographer file of WordNet, lexnames(5WN), from 0 to 1.
export const CONCRETENESS = Object.fromEntries(
  words(`03:.5 04:.25 05:1 06:1 07:.15 08:1 09:.1 10:.3 11:.4 12:.15 13:1 14:.5 15:.6 16:.05 17:.95
    18:.8 19:.5 20:1 21:.3 22:.15 23:.25 24:.1 25:.6 26:.15 27:.9 28:.15`).map((pair) => {
    const [file, share] = pair.split(':');
    return [file, Number(share)];
  }),
);

// Below one of these hypernyms lies nothing for an article's picture: harm, bodies, chemistry, or things that
// carry writing and invite an image model to invent letters.
export const REFUSED_HYPERNYMS = words(`
  weapon weaponry ammunition explosive explosive_device drug medicine narcotic microorganism poison
  instrument_of_execution instrument_of_torture undergarment contraceptive toilet tobacco coffin gallows
  parasite prosthesis bandage syringe medical_instrument surgical_instrument bodily_structure room excretion
  body_waste vermin tick worm louse protozoan fossil sign signboard publication book display
  electronic_display money card timepiece computer memory_device chip circuit electronic_equipment
  electronic_device creation geological_formation_part unit astronomical_unit part way passage line opening`);

/** Words whose usual meaning in articles is not the thing WordNet counts, or that no picture should turn on. */
export const DROPPED = new Set(
  words(`
  andrena bronc buckskin bug carcass charger clamshell cottonmouth crowbait cud cur drone dun feeder female
  filly fly gamecock human humans larva leafhopper locust maggot mammal mane mosquito mount nomia pet python
  queen rat rattler rattlesnake sidewinder snake steed stray vertebrate vulture whiteface young cockroach
  accelerator accessory accouterment actinometer aerator afghan aggregate amulet analyzer anode aperture
  apparatus applicator armor attire axle backstage baggage bale banner bead bin binder blackboard blinker block
  blower bludgeon blowfish boater bolster bolo bookshelf bookcase bow bracing brad brake brakes breakable brim
  buck burner canteen capacity capacitor cargo cathode centerfield chock chromatogram chute clip colors combine
  commodity commutator commuter compact compartment compress contrabass coping counterbalance coupling cover
  cowling crossroad crucifix crupper crusher crutch cryostat cuff curio cusp dais decor decoration denture
  detector device dial diaper diaphragm dice die dispenser ditch doorbell drygoods dustbin entanglement entrant
  envelope epaulet equipment etcetera export eyepiece eyeshadow fabric facing filter fixture flag flail flap
  flats floor footage freight frieze fuse gallus garb gauge gear goad gourd gown halter harness hasp headgear
  heater heaver hem herringbone hinge hook hookup hopper implement infield instrument interchange interface
  interferometer interlayer irons junction keepsake keyboard kit knit labyrinth landing lapel layer layette
  leash leftfield lever levis loading local lock loom loop lotion machine machinery mackinaw mailbox makeup
  manometer mantel marker mast match matting maze membrane merchandise mike millivoltmeter mine mobcap moire
  monocle motif motor muff net nightshirt noisemaker offstage ornament outfield overall overload overshoe pane
  panel paneling paramagnet paraphernalia patina peg pegboard perch pill plate platform pleat pocket pool
  portfolio product pump purse quirt radar ramp receptacle recorder recording rectifier reel reflector regulator
  rein relic resistor rib rig rightfield rod roof rosette rotor russet sable safe scaffold scourge screen seal
  seam sensor serge serviette setup shackle sheath shield shim shooter short shorts shot showpiece shutter
  siding sill sink slab slacks slat slicker slingshot snuffbox snuffer sole sonar souvenir splicing spoke
  springboard stair standby staple starboard starter stein stern stilt strap streamliner stripe surface swathing
  switch switchboard tablet tabletop tape telegraph textile thill thong throttle tie tile tomb tool total
  toweling transducer transistor transit trap trapping trench trigger triphammer turntable typewriter uniform
  utensil vaccine veil viscometer voodoo wayside weave weeds well whip wildcat withe workboard workings wrap
  wrapper antenna arms barbell bolt garment clothes clothing attachment layer base barrier batwing bawdyhouse
  brothel cache camp cardroom charnel cleat coil cross dispensary dive doghouse facility frame grate grating
  gravestone harem haven headquarters honkytonk hoop housing hurdle jail knob library links locker lockup
  lodging lodgings marquee masonry mausoleum monument morgue nuthouse obstruction outlet overhang partition
  plug plumbing prison prop quarters rack repertory repository sampler sash station stockade store storeroom
  substation tenement terminal theater theatre tine vault wall works ways chamber closet dock edifice dwelling
  building room rooms shelter stall soddy ginmill speakeasy intrenchment breastwork
  commissary embassy bark bulb burr crop nectary needle nut pith plant pseudophloem trunk xylem phloem spore
  feed grub provisions produce premix hay ration nourishment viand sowbelly slop lobscouse loblolly drink diet
  chuck meal citron adjunct agent anion calculus electron essential photon proton micelle variable vagabond
  ribbon radiator maria crust crystallite delta draw dregs drumlin incline lather mire moon pit remains sea
  spume stub suds tangle trough turf universe web world continent cosmos earth globe ground star sun sky planet
  planetoid subcontinent comet meteor meteorite micrometeorite bubble burrow foam froth pulp ion sediment
  bogy bomber carriage destroyer gig interceptor kamikaze pickup tank tanker trust contraption contrivance
  counter buffet booth fauteuil gadget gadgetry crib bust pier goose swallow bishop
  apron jersey app internet website webcam hardware software gizmo widget modem router appliance pixel gif
  filling packet bar batch loaf lace lead litter brig bishop boss cell handle panty bra bikini thong condom
  crack coke joint hash weed casket hearse noose stool throne plumb tart dish mug hooker madam pinny ride
  blind sponge tube column capital pile stock post host client server standard press key tag toggle flash
  hatch shower bath bathtub bathrobe bathroom bedroom commode urinal bidet lavatory latrine crapper
  workshop workshops dress dresses capitol dildo abortus fetus foetus roadkill carrion codpiece bordello gulag cathouse
  mortuary golliwog golliwogg golliwog swastika boa bones reset remote android ethernet intranet laser mac electric
  limited upper lower settle sights colours specs helping metallic original elastic archive emitter organs sub stocks
  mart trivia fatigues duds durables instant condo rotary blanc bleu grist murphy entire stocker pushpin pinup stencil
  fishery fisheries
  backrest headrest armrest footrest
  conceptus blastocyst blastomere blastula gastrula morula humankind mankind hominid vibrator truncheon switchblade
  battleship battlewagon warplane warship gunboat panzer dreadnought dreadnaught corvette frigate minelayer
  minesweeper troopship cruiser ironclad trebuchet trebucket
  clocks chalkboard dashboard
  heroes hero foot head body face arm neck back finger nipple bosom bottom ass booty cock pussy
  `),
);

/** Everyday nouns WordNet files under another meaning, and places that belong outdoors. */
export const ADDED = {
  food: `milk coffee tea egg eggs cream yogurt wine beer chocolate orange oranges spice spices salt pepper
    guanciale pecorino quinoa tofu hummus kimchi ramen sumac sesame pasta noodle noodles spaghetti dumpling
    dumplings lemonade garlic onion mushroom carrot cucumber tortilla loaf croissant honey olive olives oil beef pork`,
  animal: 'penguin butterfly whale dolphin turtle puppy kitten bull tiger goose duckling swallow',
  building:
    'bridge house tower palace hall school church cathedral basilica coliseum amphitheater dome museum mill factory station',
  furniture: 'table armchair bench sofa stool piano',
  vehicle:
    'bus tram train bicycle car truck boat ship airplane ferry tractor van motorcycle scooter',
  thing: `cup mug glass bowl plate towel rope ladder statue sculpture vase candle broom paintbrush feather
    telescope microphone compass helmet medal trophy microscope`,
  tree: 'oak maple palm birch spruce cypress',
  plant: 'rose grass seaweed algae root roots plants flowers',
  landscape: `garden orchard vineyard farm ranch pier wharf trail path road street alley park field meadow
    forest woodland desert volcano stream rainbow highway railway cloud clouds sea lake coastline harbor
    harbour footpath pasture market plaza backyard roadside crater cliff valley waterfall cave canyon`,
  material: `water ice snow sand clay wood stone marble granite wool silk cotton leather gold silver copper brass
    bronze iron steel wax soil mud gravel coal charcoal straw linen bamboo amber lava limestone firewood timber`,
};

// Below these hypernyms a thing is too big for a table or has a place of its own.
export const ARTIFACT_KINDS = [
  ['vehicle', ['vehicle', 'public_transport', 'conveyance']],
  ['furniture', ['furniture', 'furnishing', 'home_appliance']],
  [
    'building',
    ['building', 'structure', 'housing', 'land', 'facility', 'area', 'place_of_business'],
  ],
];

export const ADDED_KINDS = Object.fromEntries(
  Object.entries(ADDED).flatMap(([kind, list]) => words(list).map((word) => [word, kind])),
);
