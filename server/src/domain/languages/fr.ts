import { defineLanguage, toSentence } from './language';

export const fr = defineLanguage({
  code: 'fr',
  isSpaced: true,
  stopWords: `a à ai ainsi alors après au aucun aussi autre autres aux avant avec avez avoir avons c'est ce cela ces
    cet cette ceux chaque chez comme comment contre d'un d'une dans de des depuis deux dès doit donc dont du elle
    elles en encore entre est et été être eu fait faire font il ils je jusqu l'on la le les leur leurs lors lorsque
    lui ma mais me même mes moins mon n'est ne ni non nos notre nous on ont ou où par parce pas pendant peu peut
    peuvent plus plusieurs pour pourquoi puis qu'il qu'on quand que quel quelle quelques qui quoi s'il sa sans se
    sera ses si son sont sous sur ta tes ton tous tout toute toutes très tu un une vers votre vos vous y`,
  graveWords: `guerre guerres tué tués tuer mort morts meurtre attentat attentats attaque victime victimes obsèques
    suicide viol terrorisme terroriste fusillade bombardement génocide massacre otage otages réfugiés famine shoah`,
  abbreviations: `m mm mme mlle dr pr st ste etc cf ex p art av env no vol éd janv févr avr juil sept oct nov déc`,
  skippedHeadings: `
    faq
    foire aux questions
    questions fréquentes
    références
    sources
    bibliographie
    notes
    voir aussi
    pour aller plus loin
    liens externes
    articles liés
    conclusion
    conclusions
    en conclusion
    pour conclure
    en résumé
    résumé
    à propos de l'auteur
    à propos de l’auteur
    à propos de l'autrice
    mentions légales
    avertissement
    remerciements
    crédits
    licence
    sommaire
    table des matières
    contact
    commentaires
  `,
  lexicon: {
    food: `recette ingrédients cuisine cuisson cuire four plat repas dîner sauce fromage=cheese œufs=eggs oeufs=eggs
      beurre=butter farine=flour sucre=sugar pâte=dough pain=bread soupe=soup salade=salad légumes=vegetables
      poisson=fish viande=meat pommes=apples tomates=tomatoes citrons=lemons chocolat=chocolate huile=olive_oil
      vin=wine ail=garlic oignons=onions restaurant saveur`,
    travel: `voyage voyageur hôtel vol aéroport touriste tourisme plage=a_beach île=an_island vacances randonnée
      sentier=a_trail valise=a_suitcase train=a_train bateau=a_boat vélo=a_bicycle port=a_harbor destination
      itinéraire séjour visite croisière`,
    health: `santé médecin médical patient hôpital maladie symptôme traitement thérapie vaccin régime sommeil stress
      soin soins infirmière clinique grossesse nutrition bien-être douleur fruits=fruit thé=tea`,
    science: `science scientifique scientifiques chercheur chercheurs étude espèce expérience laboratoire physique
      chimie biologie galaxie télescope=a_telescope microscope=a_microscope molécule climat évolution hypothèse
      astronomie recherche manchots=penguins pingouins=penguins`,
    technology: `logiciel application code développeur développeurs programmation serveur données ordinateur
      algorithme intelligence artificielle internet site navigateur numérique robot réseau plateforme agile github
      informatique cybersécurité`,
    business: `entreprise entreprises marché vente ventes client clients bénéfice chiffre investisseur
      investissement magasins marque marketing stratégie finance banque économie employés salariés
      acquisition fournisseur`,
    government: `gouvernement loi ministre ministère parlement élection vote état public citoyens mairie maire
      réglementation juridique légal droit droits tribunal sénat président agence licence avocat propriété`,
    education: `école écoles élève élèves étudiant étudiants enseignant professeur université apprentissage leçon
      cours examen classe formation éducation pédagogie crayons=colored_pencils`,
    home: `maison=a_house chambre meubles=wooden_furniture salon jardin=a_garden bricolage peinture mur décoration
      rénovation rideaux=curtains lampe=a_lamp canapé=a_sofa chaise=a_chair table=a_table appartement ménage`,
    nature: `forêt=a_forest rivière=a_river montagnes=mountains oiseaux=birds animal animaux arbres=trees océan=the_sea
      mer=the_sea lac=a_lake fleurs=flowers plantes=plants abeilles=bees baleine=a_whale loup=a_wolf désert=a_desert
      glacier=a_glacier biodiversité habitat sauvage`,
    sport: `match équipe joueur joueurs entraîneur but championnat ligue olympique course athlète football rugby
      tennis=tennis_balls cyclisme médaille=a_medal marathon stade entraînement victoire`,
    culture: `art artiste musique film cinéma musée théâtre festival roman auteur poésie danse exposition concert
      histoire patrimoine tradition église=a_church château=a_castle guitare=a_guitar violon=a_violin
      piano=a_piano sculpture=a_sculpture`,
  },
  scenes: {
    food: `
      des bols en terre cuite et une cuillère en bois | sur un plan de travail fariné près d'une fenêtre
      un saladier et un fouet | sur une nappe en lin dans une cuisine
      des légumes mijotés | dans une poêle en fonte sur une cuisinière
      des herbes fraîches et des citrons | sur un comptoir en marbre clair
      des assiettes empilées et des serviettes pliées | sur une longue table dressée
      des paniers de légumes | dans un potager près d'un muret de pierre
    `,
    travel: `
      une route de campagne sinueuse | devant des montagnes bleues au loin
      de petits bateaux amarrés | au bord d'un port tranquille aux maisons pastel
      un sac à dos en toile et des chaussures de marche | sur un rocher plat au-dessus d'une vallée
      des jardinières fleuries et des pavés | le long d'une ruelle de la vieille ville
      une couverture pliée et un thermos | sous le porche en bois d'un chalet
      un sentier désert | entre les hautes herbes d'un cap côtier
    `,
    health: `
      une coupe de fruits et un verre d'eau | sur une table de cuisine bien rangée
      un tapis de gymnastique roulé et une gourde | sur le parquet d'une salle claire
      une allée de gravier | sous les grands arbres d'un parc paisible
      des serviettes pliées et des feuilles vertes | sur un rebord de pierre lisse
      un fauteuil et une plante en pot | dans une pièce calme aux murs pâles
      des chaussures de course et une corde à sauter | sur un seuil donnant sur un jardin
    `,
    science: `
      des fioles et des tubes à essai | sur une paillasse de laboratoire propre
      des galets et des coquillages | en rangs réguliers sur un plan de travail clair
      la coupole blanche d'un observatoire | sur une colline nue sous un ciel immense
      un microscope en laiton | sur un bureau en bois près d'une fenêtre
      une petite tente de recherche | sur un terrain dégagé près d'un rivage rocheux
      des volutes d'encre | dans une cuve de verre remplie d'eau
    `,
    technology: `
      des rangées d'armoires métalliques à petits voyants | dans une salle de serveurs
      des câbles enroulés et un fer à souder | sur un établi bien rangé
      des bureaux et des chaises vides | dans un vaste bureau aux hautes fenêtres
      une tour de cubes en bois en équilibre | sur une table blanche
      une passerelle en acier | au bord d'une rivière calme avec la ville au loin
      de petits engrenages et ressorts métalliques | en ordre sur un feutre gris
    `,
    business: `
      une longue table en chêne et des chaises vides | dans une salle de réunion aux hautes fenêtres
      des tasses à café et une petite plante en pot | sur un bureau partagé en bois
      des tours de bureaux vitrées | au bord d'une place bordée d'arbres
      une pile de galets en équilibre | sur une table en ardoise
      des caisses en bois empilées | dans un grand entrepôt propre
      un jeune arbre et son tuteur | dans une cour entre des bâtiments modernes
    `,
    government: `
      de larges marches de pierre | devant un bâtiment public à colonnes
      une table ronde et des chaises vides | dans une salle communale spacieuse
      des bancs et des platanes | sur la grande place d'une vieille ville
      des verres d'eau et une coupe de pommes | sur une longue table de conseil vernie
      des bancs en bois | le long d'une allée de gravier dans un parc public
      des toits rouges serrés | dans une vallée verte traversée par une rivière
    `,
    education: `
      des rangées de pupitres en bois | dans une salle de classe calme aux hautes fenêtres
      des crayons de couleur et une pomme | sur un bureau en bois usé
      des cubes et un boulier en bois | sur une table ronde et basse
      des coussins et un tapis rond | dans un coin calme près d'une haute fenêtre cintrée
      un grand arbre ancien | dans une cour ouverte entre des bâtiments scolaires en brique
      des pots de peinture et des pinceaux propres | sur un établi taché de peinture
    `,
    home: `
      un canapé en lin et un lampadaire | dans un salon au parquet de chêne
      un vase en céramique et des tiges séchées | sur un buffet en bois
      des pots de peinture et de larges pinceaux | sur une bâche près d'un mur fraîchement peint
      un lit fait et des couvertures pliées | dans une chambre calme aux rideaux blancs
      des pots en terre cuite et un arrosoir | sur une petite terrasse de jardin
      des outils de menuiserie | en rang sur un établi de garage
    `,
    nature: `
      de grands pins | sur un sol de forêt moussu près d'un ruisseau
      un lac immobile | au pied d'une chaîne de montagnes lointaines
      des fleurs sauvages et des herbes | dans une prairie d'été
      des feuilles mortes et des pommes de pin | sur une terre sombre et humide
      des vagues et des rochers mouillés | sur un rivage sauvage
      des roseaux et des nappes de brume | au bord d'une vaste zone humide
    `,
    sport: `
      une piste d'athlétisme déserte | dans un grand stade ouvert
      des chaussures de course et une gourde | sur le banc en bois d'un vestiaire
      un ballon blanc uni | sur une pelouse fraîchement tondue
      des poteaux de but blancs | au bord d'un terrain vert entouré de gradins vides
      une corde enroulée et un sac à magnésie | sur le sol d'une salle d'escalade
      un vélo appuyé | au bord d'une route de montagne tranquille
    `,
    culture: `
      des rangées de fauteuils en velours rouge | dans un théâtre vide au rideau fermé
      un violon et son archet | sur une table sombre et polie
      de simples sculptures sur des socles blancs | dans une grande salle de galerie
      des pots en argile et des outils de modelage | sur une table d'atelier
      des étals en bois et des guirlandes lumineuses | sur une place pavée entourée de maisons anciennes
      des lanternes en papier | sur une véranda basse en bois
    `,
    other: `
      une tasse en céramique et un brin de feuilles vertes | sur une table en bois près d'une fenêtre
      un chemin bordé d'arbres | dans un parc ouvert aux collines douces
      des galets lisses | en spirale sur du sable clair
      une chaise en bois | dans une pièce calme aux murs blancs
      une petite barque | au bord d'une baie calme devant des collines douces
      un bocal de fleurs sauvages | sur un large rebord de fenêtre en pierre
    `,
  },
  stem: (word) => word.replace(/^(?:[cdjlmnst]|qu)['’]/, '').replace(/(?<=...)(?:s|x)$/, ''),
  join: (first, second) => `${first} et ${second}`,
  describe: ({ subject, setting }) => toSentence(`${subject} ${setting}`),
});
