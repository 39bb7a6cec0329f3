import { wordSet } from '../name-tokens';

/**
 * What editors all over the world call the parts of an article, as single words without accents. Compound names are
 * looked up word by word, so `shortDescription`, `kurz_beschreibung` and `Kurzbeschreibung` need no entry of their own.
 */

export const TITLE_WORDS = wordSet(`
  title titel titre titulo titol titolo tytul nadpis nazev otsikko rubrik overskrift sarlavha sarlavhasi baslik judul
  tieude headline heading header encabezado cabecalho zagolovok cim naslov pealkiri virsraksts pavadinimas titlu kop
  garchig biaoti titulek naziv tajuk onvan unvan`);

/** Also the name of people, products and files: a title only when nothing better is there. */
export const NAME_WORDS = wordSet(
  'name nombre nom nome nazwa ten nomi ism subject sujet asunto assunto topic tema thema onderwerp',
);

export const SUMMARY_WORDS = wordSet(`
  summary excerpt excerp abstract teaser lead lede intro introduction introtext standfirst synopsis brief blurb tagline
  preview subtitle subtitles subheading subheadline subtext subhead tldr hook deck dek
  resumen bajada entradilla copete extracto introduccion subtitulo sinopsis
  chapo chapeau accroche extrait sommaire soustitre
  zusammenfassung einleitung anrisstext anriss vorspann untertitel kurztext auszug
  riassunto sommario estratto sottotitolo introduzione occhiello
  resumo introducao linhafina samenvatting inleiding intro ingress ingressi sammanfattning sammendrag manchet
  tiivistelma wstep zajawka streszczenie lid perex anotace uvod kivonat bevezeto rezumat sazetak povzetek
  ozet giris anons annotatsiya annotation kratkoe ringkasan kutipan tomtat qisqacha pryezentatsiya`);

/** A summary beside a body, a body when it stands alone. */
export const DESCRIPTION_WORDS = wordSet(`
  description desc descr descripcion description beschreibung descrizione descricao descriere beschrijving omschrijving
  beskrivning beskrivelse kuvaus opis popis leiras aciklama opisanie deskripsi keterangan mota tavsif tavsifi tailbar
  details detail detalle detalles detalhe info information resume`);

export const SHORT_WORDS = wordSet(
  'short small mini kurz courte court corta corto breve curta curto kort kratky krotki kisa preview card list',
);

export const SUB_WORDS = wordSet('sub secondary second unter sous sotto');

export const BODY_WORDS = wordSet(`
  body content contents text article story copy html markdown md richtext rich editor blocks block sections section
  fulltext maincontent inhalt inhalte haupttext fliesstext beitragstext artikeltext texte contenu contenus corps
  contenido contenidos cuerpo texto textos corpo conteudo conteudos contenuto contenuti testo testi tekst tresc zawartosc
  inhoud innehall brodtext indhold brodtekst innhold sisalto teksti leipateksti obsah clanek tartalom szoveg continut
  sadrzaj vsebina besedilo icerik metin kontent kontenti matn matni konten isi artikel noidung soderzhanie soderzhimoe
  aguulga contingut neirong zhengwen mohtava post paragraphs paragraph write writeup zone
  message nachricht meldung mensaje mensagem messaggio`);

export const COVER_WORDS = wordSet(`
  cover featured feature hero lead main primary principal principale header banner banniere couverture copertina capa
  portada destacada destacado destaque evidenza kapak okladka glowne omslag omslagsbild hauptbild titelbild beitragsbild
  aufmacher aufmacherbild headerbild spotlight keyvisual splash sampul utama muqova naslovna borito boritokep uvodni
  titulni nahledovy key top title titel bia daidien hoved`);

export const IMAGE_WORDS = wordSet(`
  image images img imgs picture pictures pic photo photos photography foto fotos fotografia fotografie bild bilder imagen
  imagenes imagem imagens immagine immagini afbeelding afbeeldingen obrazek obrazky obraz obrazok zdjecie zdjecia kuva
  kuvat bilde billede billeder kep kepek imagine imagini slika slike fotka resim gorsel gambar anh hinh hinhanh rasm
  rasmi rasmlar surat izobrazhenie kartinka foto zurag visual visuel illustration illustrazione ilustracion artwork
  tupian`);

/** A small version of the cover, the cover itself where there is no other. */
export const THUMBNAIL_WORDS = wordSet(
  'thumbnail thumb thumbnails miniature miniatura miniatur vignette vorschaubild vorschau preview poster nahled kichik anteprima',
);

/** Media of any kind. */
export const MEDIA_WORDS = wordSet('media medias medium medien multimedia mediu mediafile asset');

export const GALLERY_WORDS = wordSet(`
  gallery galery galleries galeria galerie galerija slider slides slideshow carousel carrusel carrossel album additional
  extra other others more inline`);

/** Pictures and texts of something else that lives in the same type. */
export const FOREIGN_WORDS = wordSet(`
  seo meta og opengraph twitter facebook social share sharing author autor auteur autore autorin verfasser writer avatar
  profile profil logo icon favicon icono video videos audio podcast sound song pdf document documents doc download
  downloads attachment attachments adjunto adjuntos anexo anexos anhang allegato allegati sponsor sponsors brand signature
  qr qrcode ad ads advert map seller client company user contact email button cta schema structured canonical keywords
  keyword tag tags category categoria kategorie breadcrumb menu nav footer sidebar related source sources reference
  references footnote footnotes disclaimer toc credit credits caption captions legend copyright alt alternative bio faq
  faqs script css json code embed iframe tracking redirect note notes comment comments reviewer editorial internal
  translation translations locale locales i18n`);

export const CROP_WORDS = wordSet(
  'mobile tablet background bg small square vertical portrait 2 3 4 5',
);

export const ALTERNATIVE_WORDS = wordSet('alt alternative alttext alternativetext alternativtext');
export const CAPTION_WORDS = wordSet(
  'caption captions legend legende legenda leyenda didascalia bildunterschrift unterschrift bildtext pie popisek podpis subtitle',
);
export const ADDRESS_WORDS = wordSet('url uri link href src path lien enlace adresse');

/** Names of types whose documents are articles. */
export const ARTICLE_TYPE_WORDS = wordSet(`
  article articles post posts blog blogs blogpost news newsitem story stories editorial column essay insight insights press
  release magazine journal publication tutorial guide recipe review interview update announcement casestudy
  noticia noticias articulo articulos entrada publicacion novedad artigo artigos publicacao novidade actualite actualites
  actu recette artikel beitrag beitraege blogbeitrag nachricht nachrichten neuigkeit neuigkeiten meldung rezept articolo
  articoli notizia notizie ricetta artykul wpis aktualnosc aktualnosci nieuws bericht artikkel artikkeli uutinen nyhed
  nyhet nyheter inlagg aktualita aktuality clanek clanky prispevek novinka hir hirek cikk bejegyzes stire articol vijest
  clanak haber yazi makale berita maqola yangilik yangiliklar postlari statya novost novosti baiviet tintuc medee`);

/** Names that make a type something around articles instead. */
export const SERVICE_TYPE_WORDS = wordSet(`
  category categories categoria categorie kategoria kategori kategorie tag tags type types tipo genre author authors autor
  auteur comment comments comentario page pages pagina home homepage landing index list listing setting settings config
  configuration menu navigation nav section sections seccion carousel banner header footer global genre group groups status
  folder subscriber subscribers subscription faq form label ad ads like likes view views rating vote source template feed
  archive hero slider block sidebar widget topic series media gallery galeria image images video event product project
  service team member testimonial job contact link resource download kategoriya subcategory seo analytics notification
  newsletter log carrousel`);
