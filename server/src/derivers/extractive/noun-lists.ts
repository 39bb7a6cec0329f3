const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Nouns that name something to see and yet say nothing about the article, or that measure. */
export const GENERIC_NOUNS = words(`
  thing item object system page user minute serving cup tablespoon teaspoon pinch slice ounce pound gallon quart pint
  gram kit set pair piece part container product material package meat ingredient dish beverage structure vehicle
  animal bird fish plant insect food fruit furniture clothing tool crop herd flock pet breed species creature seafood
  vegetable ware wares supplies fixture gadget parking feature home ground place spot field floor side front top
  corner market street road path head line ring track trail hall school house shop store hospital office department
  floor lot area yard plaza park stairs stone reptile amphibian primate fowl poultry bough limb twig door doorway railing parapet window gate box bag arm cover
`);

/** Nouns that, outside the physical domains, are nearly always meant figuratively or technically. */
export const FIGURATIVE_NOUNS = words(`
  anchor ball bag balloon basket beam bee bell bird block boat bottle bow bowl box branch bridge bucket bug bus cable
  cake candle canvas carpet carrot castle cat chain chair chicken circle clay cloud coin column cookie corn crown cup
  curtain cushion desk dial doll door drawer drum elephant engine fabric factory farm feather fence fence fire flower
  fountain fox fruit fuel garden gate gem glass glue gold golem grain grape grass guitar hammer hat helm highway hill
  hub ice iron jar jewel kettle key keyring kitchen ladder lake lamp lane lantern leaf lemon lens lever light lock
  loop mask maze mill mirror mountain mouse mud mushroom needle nest net noodle nut oak ocean octopus oil onion orange
  orchard oven ox panda paint park pen pencil pipe pipeline pizza plate pod pond port pot puzzle python rail rainbow
  ramp rock rocket root rope rose ruby ruler saddle salt sand sandbox scarf sea seed sheep shelf shell ship shoe silo
  silver snake snow soap sofa spider spoon spring stack star steel stem stone stool storm stream string sugar table
  tank tea tower town toy trail train tree tube tunnel turtle umbrella vault vehicle vessel wall water wave wax web
  wheel window wing wire wood worm yard yarn yoke crane swan elk beaver camel gopher whale dolphin penguin crab mug
  sandwich spaghetti potato salad cherry apple berry blackberry raspberry mint pie cream butter candy honey jam toast
  shepherd bread roast cheese egg eggs bacon chocolate coffee spam pickle salt pepper wheel bicycle car truck doorway
  door market plaza park parks railway forest island river harbor horse donkey goat lion tiger bear wolf dog duck drone robot
  antenna satellite telescope microscope compass microphone camera lighthouse flag trophy medal
`);

/** Domains whose nouns are meant as they stand. */
export const PHYSICAL_DOMAINS = words(
  'food travel nature home sport health culture science education',
);

/** Adjectives one can see; all others would be lost on a picture or lead it astray. */
export const VISUAL_ADJECTIVES = words(`
  red orange yellow green blue purple pink brown black white gray grey golden silver dark pale bright colorful
  wooden metal metallic stone marble glass ceramic woolen silken leather linen iron steel brass copper bronze plastic
  old ancient rusty dusty worn wild fresh ripe raw dried dry frozen cooked baked roasted grilled smoked fried boiled
  crushed grated chopped sliced minced ground whole wet damp muddy sandy rocky snowy icy grassy leafy mossy thorny
  tall tiny small large big huge long short narrow wide broad thick thin round square flat steep curved straight
  deep shallow heavy soft smooth rough hairy fluffy spotted striped bare hollow crisp crusty creamy sweet sour
  salty spicy juicy toasted melted shallow tropical alpine coastal
`);
