import { defineLanguage, toSentence } from './language';

export const de = defineLanguage({
  code: 'de',
  isSpaced: true,
  stopWords: `aber alle allem allen aller alles als also am an ander andere anderen anderer auch auf aus bei beim bin
    bis bist da dabei damit dann das dass daß dein deine dem den der des deshalb die dies diese diesem diesen dieser
    dieses doch dort du durch ein eine einem einen einer eines einige er es etwas euch euer für gegen habe haben hat
    hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ist ja jede jedem jeden jeder
    jetzt kann kein keine können könnte machen man mehr mein meine mit muss müssen nach nicht noch nun nur ob oder
    ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sollte sondern sowie um und uns unser
    unsere unter viel viele vom von vor war waren was weil welche wenn wer werden wie wieder wir wird wurde wurden
    zu zum zur zwei zwischen über`,
  graveWords: `krieg krieges kriegs getötet tote toten tod mord ermordet anschlag anschläge angriff opfer beerdigung
    suizid selbstmord vergewaltigung terror terrorismus schießerei bombe bomben völkermord massaker geisel geiseln
    flüchtlinge hungersnot holocaust`,
  abbreviations: `dr prof hr fr st bzw ca z.b d.h u.a usw evtl ggf inkl max min nr s vgl str jan feb apr jul aug
    sept okt nov dez mio mrd`,
  skippedHeadings: `
    faq
    häufige fragen
    häufig gestellte fragen
    quellen
    quellenangaben
    referenzen
    literatur
    literaturverzeichnis
    einzelnachweise
    fußnoten
    siehe auch
    weiterführende links
    weblinks
    fazit
    schluss
    schlussfolgerung
    schlussfolgerungen
    zusammenfassung
    über den autor
    über die autorin
    autor
    haftungsausschluss
    impressum
    danksagung
    lizenz
    inhalt
    inhaltsverzeichnis
    kontakt
    kommentare
  `,
  lexicon: {
    food: `rezept rezepte zutaten kochen backen ofen gericht mahlzeit abendessen frühstück sauce käse=cheese eier=eggs
      ei=eggs butter=butter mehl=flour zucker=sugar teig=dough brot=bread suppe=soup salat=salad
      gemüse=vegetables fisch=fish fleisch=meat äpfel=apples apfel=apples tomaten=tomatoes zitronen=lemons
      schokolade=chocolate wein=wine knoblauch=garlic zwiebeln=onions restaurant geschmack`,
    travel: `reise reisen reisende hotel flug flughafen tourist touristen tourismus strand=a_beach insel=an_island
      urlaub wanderung wandern wanderweg=a_trail koffer=a_suitcase zug=a_train boot=a_boat schiff=a_ship
      fahrrad=a_bicycle hafen=a_harbor reiseziel ausflug kreuzfahrt bus=a_bus`,
    health: `gesundheit arzt ärztin ärzte medizin medizinisch patient patienten krankenhaus krankheit symptome
      behandlung therapie impfung ernährung schlaf stress pflege klinik schwangerschaft schmerzen obst=fruit
      tee=tea`,
    science: `wissenschaft wissenschaftler forscher forscherin forschung studie art experiment labor physik chemie
      biologie galaxie teleskop=a_telescope mikroskop=a_microscope molekül klima evolution hypothese astronomie
      pinguine=penguins`,
    technology: `software app code entwickler programmieren programm server daten computer algorithmus künstliche
      intelligenz internet webseite browser digital smartphone roboter netzwerk plattform github maschinenlesbar
      projekt open-source maintainer`,
    business: `unternehmen firma firmen markt verkauf umsatz gewinn kunde kunden investor investition
      läden laden geschäft marke marketing strategie finanzen bank wirtschaft mitarbeiter übernahme
      lieferant`,
    government: `regierung gesetz minister ministerium parlament wahl wahlen staat öffentlich bürger stadtrat
      bürgermeister verordnung recht gericht bundestag präsident behörde behörden verwaltung verkehr parken
      stadtverwaltung`,
    education: `schule schulen schüler student studenten studierende lehrer lehrerin universität lernen unterricht
      kurs prüfung klasse ausbildung bildung buntstifte=colored_pencils`,
    home: `haus=a_house zimmer möbel=wooden_furniture wohnzimmer garten=a_garden heimwerken wand einrichtung
      renovierung vorhänge=curtains vorhang=curtains lampe=a_lamp stuhl=a_chair tisch=a_table wohnung haushalt dekoration`,
    nature: `wald=a_forest fluss=a_river berge=mountains vögel=birds vogel=birds tier tiere
      bäume=trees baum=trees ozean=the_sea meer=the_sea see=a_lake blumen=flowers pflanzen=plants bienen=bees
      wal=a_whale wolf=a_wolf wüste=a_desert gletscher=a_glacier artenvielfalt lebensraum naturschutz`,
    sport: `spiel mannschaft spieler trainer tor liga meisterschaft olympisch rennen athlet fußball handball
      tennis=tennis_balls radsport medaille=a_medal marathon stadion training sieg`,
    culture: `kunst künstler musik film kino museum theater festival roman autor gedicht tanz ausstellung konzert
      geschichte kulturerbe tradition kirche=a_church schloss=a_castle gitarre=a_guitar geige=a_violin
      klavier=a_piano skulptur=a_sculpture`,
  },
  scenes: {
    food: `
      Schüsseln aus Steingut und ein Holzlöffel | auf einer bemehlten Arbeitsfläche am Fenster
      eine Rührschüssel und ein Schneebesen | auf einem Leinentuch auf dem Küchentisch
      köchelndes Gemüse | in einer schweren Eisenpfanne auf dem Herd
      frische Kräuter und Zitronen | auf einer hellen Marmorplatte
      gestapelte Teller und gefaltete Servietten | auf einem langen gedeckten Esstisch
      Körbe mit Gemüse | in einem Küchengarten neben einer niedrigen Steinmauer
    `,
    travel: `
      eine kurvige Landstraße | vor fernen blauen Bergen
      kleine vertäute Boote | an einem stillen Hafen mit pastellfarbenen Häusern
      ein Rucksack und Wanderschuhe | auf einem flachen Felsen über einem Tal
      Blumenkästen und Kopfsteinpflaster | in einer schmalen Altstadtgasse
      eine gefaltete Decke und eine Thermoskanne | auf der Holzveranda einer Hütte
      ein leerer Pfad | zwischen hohen Gräsern auf einer Landzunge an der Küste
    `,
    health: `
      eine Obstschale und ein Glas Wasser | auf einem aufgeräumten Küchentisch
      eine gerollte Gymnastikmatte und eine Trinkflasche | auf dem Holzboden eines luftigen Studios
      ein Kiesweg | unter hohen Bäumen in einem ruhigen Park
      gefaltete Handtücher und grüne Blätter | auf einem glatten Steinsims
      ein Sessel und eine Topfpflanze | in einem ruhigen Raum mit hellen Wänden
      Laufschuhe und ein Springseil | auf einer Türschwelle zum Garten
    `,
    science: `
      Glaskolben und Reagenzgläser | auf einem sauberen Labortisch
      glatte Steine und Muscheln | in Reihen auf einer hellen Arbeitsfläche
      die weiße Kuppel einer Sternwarte | auf einem kahlen Hügel unter weitem Himmel
      ein Mikroskop aus Messing | auf einem Holztisch am Fenster
      ein kleines Forschungszelt | auf offenem Gelände nahe einer felsigen Küste
      Wirbel aus Tinte | in einem klaren Wassertank aus Glas
    `,
    technology: `
      Reihen von Metallschränken mit kleinen Lichtern | in einem kühlen Rechenzentrum
      aufgerollte Kabel und ein Lötkolben | auf einer aufgeräumten Werkbank
      leere Tische und Stühle | in einem weiten Büro mit hohen Fenstern
      ein ausbalancierter Turm aus Holzklötzen | auf einem schlichten weißen Tisch
      ein Steg aus Stahl | an einem ruhigen Fluss vor der Silhouette einer Stadt
      kleine Zahnräder und Federn aus Metall | in Reihen auf grauem Filz
    `,
    business: `
      ein langer Eichentisch mit leeren Stühlen | in einem Besprechungsraum mit hohen Fenstern
      Kaffeetassen und eine kleine Topfpflanze | auf einem gemeinsamen Holztisch
      gläserne Bürotürme | an einem von Bäumen gesäumten Stadtplatz
      ein ausbalancierter Stapel glatter Kiesel | auf einer Schieferplatte
      gestapelte Holzkisten | in einem großen sauberen Lagerhaus
      ein junger Baum mit Holzpfahl | in einem Hof zwischen modernen Gebäuden
    `,
    government: `
      breite Steinstufen | vor einem öffentlichen Gebäude mit Säulen
      ein runder Tisch mit leeren Stühlen | in einem luftigen Gemeindesaal
      Bänke und Platanen | auf einem weiten Platz in einer alten Stadt
      Wassergläser und eine Schale mit Äpfeln | auf einem langen polierten Ratstisch
      Holzbänke | an einem Kiesweg in einem öffentlichen Park
      dicht stehende rote Dächer | in einem grünen Flusstal
    `,
    education: `
      Reihen von Holztischen | in einem ruhigen Klassenzimmer mit hohen Fenstern
      Buntstifte und ein Apfel | auf einem abgenutzten Holztisch
      Bauklötze und ein Rechenrahmen aus Holz | auf einem niedrigen runden Tisch
      Kissen und ein runder Teppich | in einer ruhigen Ecke an einem hohen Bogenfenster
      ein großer alter Baum | in einem offenen Hof zwischen Schulgebäuden aus Backstein
      Farbtöpfe und saubere Pinsel | auf einer farbbefleckten Werkbank
    `,
    home: `
      ein Leinensofa und eine Stehlampe | in einem Wohnzimmer mit Eichendielen
      eine Keramikvase mit getrockneten Stielen | auf einer Anrichte aus Holz
      Farbdosen und breite Pinsel | auf einem Abdecktuch neben einer frisch gestrichenen Wand
      ein gemachtes Bett mit gefalteten Decken | in einem ruhigen Schlafzimmer mit weißen Vorhängen
      Terrakottatöpfe und eine Gießkanne | auf einer kleinen Gartenterrasse
      Werkzeug zum Tischlern | in einer Reihe auf einer Werkbank in der Garage
    `,
    nature: `
      hohe Kiefern | auf moosigem Waldboden neben einem Bach
      ein stiller See | unterhalb einer fernen Bergkette
      Wildblumen und Gräser | auf einer offenen Sommerwiese
      Laub und Kiefernzapfen | auf feuchter dunkler Erde
      brechende Wellen und nasse Felsen | an einer wilden Felsküste
      Schilf und ziehender Nebel | am Rand eines weiten Feuchtgebiets
    `,
    sport: `
      eine leere Laufbahn | in einem großen offenen Stadion
      Laufschuhe und eine Trinkflasche | auf der Holzbank einer Umkleide
      ein schlichter weißer Ball | auf frisch gemähtem Rasen
      weiße Torpfosten | an einem grünen Spielfeld mit leeren Sitzreihen
      ein aufgerolltes Seil und ein Kreidebeutel | auf dem Boden einer Kletterhalle
      ein angelehntes Fahrrad | an einer ruhigen Bergstraße
    `,
    culture: `
      Reihen roter Samtsessel | in einem leeren Theater mit geschlossenem Vorhang
      eine Geige und ihr Bogen | auf einem dunklen polierten Tisch
      einfache Skulpturen auf weißen Sockeln | in einem weiten Galeriesaal
      Tontöpfe und Modellierwerkzeug | auf einem Ateliertisch
      Holzstände und Lichterketten | auf einem gepflasterten Platz zwischen alten Häusern
      Papierlaternen | auf einer niedrigen Holzveranda
    `,
    other: `
      eine Keramiktasse und ein Zweig mit grünen Blättern | auf einem schlichten Holztisch am Fenster
      ein von Bäumen gesäumter Weg | in einem offenen Park mit sanften Hügeln
      glatte Flusssteine | als lose Spirale auf hellem Sand
      ein Holzstuhl | in einem ruhigen Raum mit weißen Wänden
      ein kleines Ruderboot | an einer ruhigen Bucht vor sanften Hügeln
      ein Glas mit Wildblumen | auf einer breiten Fensterbank aus Stein
    `,
  },
  stem: (word) => word.replace(/(?<=....)(?:en|er|es|e|n|s)$/, ''),
  join: (first, second) => `${first} und ${second}`,
  describe: ({ subject, setting }) => toSentence(`${subject} ${setting}`),
});
