import { defineLanguage, toSentence } from './language';

export const es = defineLanguage({
  code: 'es',
  isSpaced: true,
  stopWords: `a al algo algunas algunos ante antes así aunque aún bien cada como con contra cual cuando cuál de del
    desde después donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba este esto
    estos está están fue fueron ha hace hacer hacia han hasta hay la las le les lo los me mi mientras mismo mucho
    muchos muy más ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque puede
    pueden pues que quien qué se sea según ser si sido sin sobre solo son su sus sí también tan tanto te tiene
    tienen toda todas todo todos tras tu tus un una uno unos usted y ya yo él`,
  graveWords: `guerra guerras muerto muertos muerte muertes asesinato asesinado ataque atentado víctima víctimas
    funeral suicidio violación terrorismo terrorista tiroteo bombardeo genocidio masacre rehén rehenes refugiados
    hambruna holocausto`,
  abbreviations: `sr sra srta dr dra prof etc ej p pág art av aprox núm vol ed ene feb abr jun jul ago sept oct nov
    dic ee.uu ud uds`,
  skippedHeadings: `
    faq
    preguntas frecuentes
    referencias
    fuentes
    bibliografía
    notas
    véase también
    ver también
    enlaces externos
    artículos relacionados
    conclusión
    conclusiones
    en conclusión
    resumen
    en resumen
    sobre el autor
    sobre la autora
    acerca del autor
    aviso legal
    descargo de responsabilidad
    agradecimientos
    créditos
    licencia
    índice
    tabla de contenidos
    contacto
    comentarios
  `,
  lexicon: {
    food: `receta ingredientes cocina cocinar horno hornear plato comida cena desayuno salsa queso=cheese huevos=eggs
      mantequilla=butter harina=flour azúcar=sugar masa=dough pan=bread sopa=soup ensalada=salad verduras=vegetables
      pescado=fish carne=meat manzanas=apples tomates=tomatoes limones=lemons limón=lemons chocolate=chocolate vino=wine ajo=garlic
      cebollas=onions arroz=rice restaurante sabor`,
    travel: `viaje viajar viajero hotel vuelo aeropuerto turista turismo playa=a_beach isla=an_island vacaciones
      senderismo sendero=a_trail maleta=a_suitcase tren=a_train barco=a_boat bicicleta=a_bicycle puerto=a_harbor
      destino itinerario visita crucero excursión`,
    health: `salud médico médica paciente pacientes hospital enfermedad síntoma tratamiento terapia vacuna dieta
      sueño estrés cuidado clínica embarazo nutrición bienestar dolor fruta=fruit té=tea`,
    science: `ciencia científico científicos investigador investigadores estudio especie experimento laboratorio
      física química biología galaxia telescopio=a_telescope microscopio=a_microscope molécula clima evolución
      hipótesis astronomía pingüinos=penguins`,
    technology: `software aplicación código desarrollador programación servidor datos ordenador computadora
      algoritmo inteligencia artificial internet web navegador digital robot red plataforma bitcoin criptografía
      taproot firma clave transacción github protocolo`,
    business: `empresa empresas mercado venta ventas cliente clientes ganancia inversor inversión tiendas
      marca marketing estrategia finanzas banco economía empleados adquisición proveedor`,
    government: `gobierno ley ministro ministerio parlamento elección elecciones voto estado público ciudadanos
      ayuntamiento alcalde regulación legal derecho tribunal senado presidente agencia licencia`,
    education: `escuela escuelas alumno alumnos estudiante estudiantes profesor maestra universidad aprendizaje
      lección curso examen clase formación educación lápices=colored_pencils`,
    home: `casa=a_house habitación muebles=wooden_furniture salón jardín=a_garden bricolaje pintura pared decoración
      reforma cortinas=curtains lámpara=a_lamp sofá=a_sofa silla=a_chair mesa=a_table piso hogar`,
    nature: `bosque=a_forest río=a_river montañas=mountains pájaros=birds aves=birds animal animales árboles=trees
      océano=the_sea mar=the_sea lago=a_lake flores=flowers plantas=plants abejas=bees ballena=a_whale lobo=a_wolf
      desierto=a_desert glaciar=a_glacier biodiversidad hábitat`,
    sport: `partido equipo jugador jugadores entrenador gol liga campeonato olímpico carrera atleta fútbol
      baloncesto tenis=tennis_balls ciclismo medalla=a_medal maratón estadio entrenamiento victoria`,
    culture: `arte artista música película cine museo teatro festival novela autor poesía danza exposición
      concierto historia patrimonio tradición iglesia=a_church castillo=a_castle guitarra=a_guitar violín=a_violin
      piano=a_piano escultura=a_sculpture`,
  },
  scenes: {
    food: `
      cuencos de barro y una cuchara de madera | sobre una encimera enharinada junto a una ventana
      un bol y unas varillas | sobre un mantel de lino en la mesa de la cocina
      verduras a fuego lento | en una sartén de hierro sobre el fogón
      hierbas frescas y limones | sobre una encimera de mármol claro
      platos apilados y servilletas dobladas | sobre una larga mesa puesta
      cestas de verduras | en un huerto junto a un muro bajo de piedra
    `,
    travel: `
      una carretera sinuosa | frente a montañas azules a lo lejos
      pequeñas barcas amarradas | junto a un puerto tranquilo con casas de colores suaves
      una mochila de lona y botas de montaña | sobre una roca plana encima de un valle
      macetas con flores y adoquines | en un callejón del casco antiguo
      una manta doblada y un termo | en el porche de madera de una cabaña
      un sendero vacío | entre hierbas altas en un cabo de la costa
    `,
    health: `
      un frutero y un vaso de agua | sobre una mesa de cocina ordenada
      una esterilla enrollada y una botella de agua | sobre el suelo de madera de un estudio amplio
      un camino de grava | bajo los árboles altos de un parque tranquilo
      toallas dobladas y hojas verdes | sobre una repisa de piedra lisa
      un sillón y una planta en maceta | en una habitación tranquila de paredes claras
      zapatillas de correr y una comba | en un umbral frente a un jardín
    `,
    science: `
      matraces y tubos de ensayo | sobre una mesa de laboratorio limpia
      piedras lisas y conchas | en filas sobre una superficie clara
      la cúpula blanca de un observatorio | en una colina desnuda bajo un cielo inmenso
      un microscopio de latón | sobre un escritorio de madera junto a una ventana
      una pequeña tienda de investigación | en terreno abierto cerca de una costa rocosa
      remolinos de tinta | en un tanque de vidrio con agua
    `,
    technology: `
      filas de armarios metálicos con lucecitas | en una sala de servidores
      cables enrollados y un soldador | sobre un banco de trabajo ordenado
      escritorios y sillas vacíos | en una oficina amplia de ventanas altas
      una torre de bloques de madera en equilibrio | sobre una mesa blanca
      una pasarela de acero | junto a un río tranquilo con la ciudad al fondo
      pequeños engranajes y muelles de metal | en orden sobre fieltro gris
    `,
    business: `
      una larga mesa de roble con sillas vacías | en una sala de reuniones de ventanas altas
      tazas de café y una planta pequeña | sobre un escritorio compartido de madera
      torres de oficinas de vidrio | junto a una plaza con árboles
      una pila de guijarros en equilibrio | sobre una mesa de pizarra
      cajas de madera apiladas | en un almacén grande y limpio
      un árbol joven con su estaca | en un patio entre edificios modernos
    `,
    government: `
      anchos escalones de piedra | frente a un edificio público con columnas
      una mesa redonda con sillas vacías | en un amplio salón comunitario
      bancos y plátanos de sombra | en la plaza de una ciudad antigua
      vasos de agua y un frutero con manzanas | sobre una larga mesa de consejo
      bancos de madera | a lo largo de un paseo de grava en un parque público
      tejados rojos apiñados | en un valle verde junto a un río
    `,
    education: `
      filas de pupitres de madera | en un aula tranquila de ventanas altas
      lápices de colores y una manzana | sobre un pupitre de madera gastada
      bloques y un ábaco de madera | sobre una mesa redonda y baja
      cojines y una alfombra redonda | en un rincón tranquilo junto a una ventana con arco
      un gran árbol viejo | en un patio abierto entre edificios escolares de ladrillo
      botes de pintura y pinceles limpios | sobre un banco de trabajo manchado de pintura
    `,
    home: `
      un sofá de lino y una lámpara de pie | en una sala con suelo de roble
      un jarrón de cerámica con tallos secos | sobre un aparador de madera
      botes de pintura y brochas anchas | sobre una lona junto a una pared recién pintada
      una cama hecha con mantas dobladas | en un dormitorio tranquilo de cortinas blancas
      macetas de terracota y una regadera | en una pequeña terraza con jardín
      herramientas de carpintería | en fila sobre un banco de garaje
    `,
    nature: `
      pinos altos | en el suelo musgoso de un bosque junto a un arroyo
      un lago en calma | al pie de una sierra lejana
      flores silvestres y hierbas | en una pradera de verano
      hojas caídas y piñas | sobre tierra oscura y húmeda
      olas y rocas mojadas | en una costa rocosa y salvaje
      juncos y niebla | a la orilla de un amplio humedal
    `,
    sport: `
      una pista de atletismo vacía | en un gran estadio abierto
      zapatillas de correr y una botella de agua | sobre el banco de madera de un vestuario
      un balón blanco liso | sobre césped recién cortado
      postes de portería blancos | junto a un campo verde con filas de asientos vacíos
      una cuerda enrollada y una bolsa de magnesio | en el suelo de una sala de escalada
      una bicicleta apoyada | junto a una tranquila carretera de montaña
    `,
    culture: `
      filas de butacas de terciopelo rojo | en un teatro vacío con el telón cerrado
      un violín y su arco | sobre una mesa oscura y pulida
      esculturas sencillas sobre pedestales blancos | en una amplia sala de galería
      vasijas de barro y herramientas de tallar | sobre una mesa de taller
      puestos de madera y guirnaldas de luces | en una plaza adoquinada entre casas antiguas
      farolillos de papel | en una veranda baja de madera
    `,
    other: `
      una taza de cerámica y una ramita de hojas verdes | sobre una mesa de madera cerca de una ventana
      un camino entre árboles | en un parque abierto de colinas suaves
      piedras lisas de río | en espiral sobre arena clara
      una silla de madera | en una habitación tranquila de paredes blancas
      una pequeña barca de remos | junto a una bahía tranquila con colinas suaves
      un frasco de flores silvestres | sobre un ancho alféizar de piedra
    `,
  },
  stem: (word) => word.replace(/(?<=....)ces$/, 'z').replace(/(?<=....)(?:es|s)$/, ''),
  join: (first, second) => `${first} ${/^h?[ií](?!e)/i.test(second) ? 'e' : 'y'} ${second}`,
  describe: ({ subject, setting }) => toSentence(`${subject} ${setting}`),
});
